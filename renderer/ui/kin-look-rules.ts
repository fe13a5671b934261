/** Which drawn grown-up stands in for a relative whose photograph is not there. */
export type KinLook = 'mother' | 'father' | 'aunt' | 'grandmother' | 'grandfather' | 'somebody'

/** The first that matches is meant: 外婆 before 婆, grandmother before mother. */
const looks: readonly (readonly [RegExp, KinLook])[] = [
  [/奶|外婆|姥姥|阿婆|婆婆|祖母|嫲|grandm|granny|nana/i, 'grandmother'],
  [/爷|外公|姥爷|阿公|公公|祖父|grandp|grandf/i, 'grandfather'],
  [/姑|姨|婶|姐|舅妈|伯母|妗|aunt|sister/i, 'aunt'],
  [/妈|娘|母|mum|mom|mama|mother/i, 'mother'],
  [/爸|爹|父|叔|伯|舅|哥|dad|papa|father|uncle|brother/i, 'father'],
]

/** @param words how the child calls them, and what they are: 妈妈, 母亲 */
export function kinLook(...words: readonly string[]): KinLook {
  for (const word of words) {
    const found = looks.find(([pattern]) => pattern.test(word))
    if (found) return found[1]
  }
  return 'somebody'
}
