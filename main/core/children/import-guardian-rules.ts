import { isListed, type ListedGuardian } from '../contacts/guardian-list-rules.ts'
import { type PhoneCell, phonesFrom } from '../contacts/phone-cell-rules.ts'
import { shownPhone } from '../contacts/phone-rules.ts'
import { relationFrom } from '../contacts/relation-rules.ts'
import { checkName } from './name-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

type Part = 'name' | 'relation' | 'phone'

/** Where one guardian stands in a list: column indexes, or a relation that the heading itself says (母亲电话). */
export interface GuardianColumns {
  readonly name?: number
  readonly relation?: number
  readonly phone?: number
  readonly said?: string
}

const names: Readonly<Record<Part, readonly string[]>> = {
  name: ['监护人', '监护人姓名', '家长', '家长姓名', 'guardian', 'guardianname', 'parent', 'parentname'],
  relation: [
    '关系',
    '监护人关系',
    '家长关系',
    '与学生关系',
    '与孩子关系',
    '与监护人关系',
    'relation',
    'relationship',
  ],
  phone: [
    '电话', '电话号码', '联系电话', '联系方式', '手机', '手机号', '手机号码', '监护人电话', '监护人联系电话', '监护人手机',
    '监护人手机号', '家长电话', '家长联系电话', '家长手机', 'phone', 'phonenumber', 'telephone', 'mobile', 'guardianphone',
    'parentphone',
  ], // prettier-ignore
}
const family =
  /^(父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|祖父|祖母|外祖父|外祖母)(姓名|名字|联系电话|电话|手机号码|手机号|手机)?$/u
const familyInEnglish =
  /^(father|mother|dad|mum|mom|grandfather|grandmother|grandpa|grandma)s?(name|phonenumber|phone|mobile|telephone)?$/u
/** Guardians of one child that a list may name. */
const MOST = 6

/**
 * The guardians' columns of a heading row. 监护人2 and 电话2 belong together by their number; without numbers each repeated
 * heading begins the next guardian; 母亲电话 belongs to the mother.
 */
export function guardianColumns(
  cells: readonly string[],
  headings: (cell: string) => readonly string[],
): GuardianColumns[] {
  const groups = new Map<string, { -readonly [K in keyof GuardianColumns]: GuardianColumns[K] }>()
  const next: Record<Part, number> = { name: 0, relation: 0, phone: 0 }
  for (const [index, cell] of cells.entries()) {
    const keys = headings(cell).map((key) => key.replace(/[一二三四五六](?=姓名|电话|手机|关系|$)/u, ''))
    const relative = keys
      .map((key) => family.exec(key) ?? familyInEnglish.exec(key))
      .find((match) => match !== null)
    if (relative) {
      const said = relationFrom(relative[1] ?? '')
      const part = relative[2] === undefined || /名|name/u.test(relative[2]) ? 'name' : 'phone'
      groups.set(said, { ...groups.get(said), said, [part]: index })
      continue
    }
    const part = (['name', 'relation', 'phone'] as const).find((one) =>
      keys.some((key) => names[one].includes(key)),
    )
    if (!part) continue
    next[part] = numberIn(cell) ?? next[part] + 1
    const key = String(next[part])
    groups.set(key, { ...groups.get(key), [part]: index })
  }
  // a lone column of relations says nothing about anybody
  return [...groups.values()]
    .filter(({ name, phone }) => name !== undefined || phone !== undefined)
    .slice(0, MOST)
}

/** What stands in a guardian's cell and was not taken as it is; words: `import.problem.<code>`. */
export interface GuardianProblem {
  readonly code: 'phone-unreadable' | 'phone-note' | 'phone-of-another' | 'guardian-too-long'
  readonly value: string
}

/** The guardians of one line, and what of it was not taken, or not as it stands. */
export function guardiansIn(
  columns: readonly GuardianColumns[],
  cells: readonly string[],
): { readonly guardians: readonly ListedGuardian[]; readonly problems: readonly GuardianProblem[] } {
  const problems: GuardianProblem[] = []
  const guardians = columns.flatMap((places) => {
    const cell = (part: Part) => cells[places[part] ?? -1] ?? ''
    const written = nameAndPhone(cell('name'))
    const name = checkName(written.name)
    const phones = phonesFrom([cell('phone'), written.phone].filter((each) => each !== '').join('\n'))
    if (!name.ok && name.error === 'name-too-long')
      problems.push({ code: 'guardian-too-long', value: cell('name') })
    for (const value of phones.unread) problems.push({ code: 'phone-unreadable', value })
    for (const value of phones.notes) problems.push({ code: 'phone-note', value })
    const relation = places.said ?? relationFrom(cell('relation'))
    const { own, others } = byRelation(name.ok ? name.value : '', relation, phones)
    for (const { relation: whose, phones: theirs } of name.ok ? others : [])
      problems.push({ code: 'phone-of-another', value: `${whose} ${theirs.map(shownPhone).join(' ')}` })
    return [own, ...others].filter((guardian) => isListed(guardian))
  })
  return { guardians, problems }
}

/** 赵六 13800000010 in the column of names: the number is none of the name. */
function nameAndPhone(cell: string): { readonly name: string; readonly phone: string } {
  const [phone = ''] = /[+(]?\d[\d\s()+-]{5,}\d/u.exec(plainCell(cell)) ?? []
  return phone === '' ? { name: cell, phone } : { name: plainCell(cell).replace(phone, ' '), phone }
}

/**
 * Whose the numbers of one cell are: 妈妈138… in the mother's line is hers; 爸爸139… beside it is a guardian of his own, because
 * a consent belongs to a person. One word for all numbers fills an empty relation.
 */
function byRelation(name: string, listed: string, { phones, said }: PhoneCell) {
  const words = new Set(phones.map((phone) => said.get(phone)))
  const [only] = words
  const relation = listed || (words.size === 1 ? (only ?? '') : '')
  const isOwn = (phone: string) => (said.get(phone) ?? relation) === relation
  const own: ListedGuardian = { name, relation, phones: phones.filter(isOwn) }
  const groups = Map.groupBy(
    phones.filter((phone) => !isOwn(phone)),
    (phone) => said.get(phone) ?? '',
  )
  const others = [...groups].map(([whose, theirs]) => ({ name: '', relation: whose, phones: theirs }))
  return { own, others }
}

/** Indexes of the columns in use. */
export const guardianIndexes = (columns: readonly GuardianColumns[]): readonly number[] =>
  columns.flatMap(({ name, relation, phone }) =>
    [name, relation, phone].filter((index) => index !== undefined),
  )

function numberIn(cell: string): number | undefined {
  const text = cell.normalize('NFKC')
  const digit = /\d/.exec(text)?.[0]
  if (digit !== undefined) return Number(digit)
  const chinese = /[一二三四五六](?=\s*(?:姓名|电话|手机号?码?|关系|$))/u.exec(
    text.replace(/\(.*?\)/gu, '').trim(),
  )?.[0]
  return chinese === undefined ? undefined : '一二三四五六'.indexOf(chinese) + 1
}
