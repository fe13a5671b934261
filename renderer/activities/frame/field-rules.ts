/** What is written in a row of fields, and which of them is written in. */
export interface Writing {
  readonly texts: readonly string[]
  readonly at: number
}

export const emptyFields = (count: number): Writing => ({
  texts: Array.from({ length: count }, () => ''),
  at: 0,
})

const changed = ({ texts, at }: Writing, text: string): readonly string[] =>
  texts.map((old, place) => (place === at ? text : old))

/**
 * One more digit. `most`: the largest number that each field takes; a digit that a field cannot take goes into the next
 * one, and a field that can take no more hands on by itself (after 7 there is no hour).
 */
export function typedInto(writing: Writing, digit: string, most: readonly number[]): Writing {
  const { texts, at } = writing
  const old = texts[at] ?? ''
  const limit = most[at] ?? 0
  const text = old === '0' ? digit : old + digit
  const next = texts.findIndex((other, place) => place > at && other === '')
  if (Number(text) > limit || text.length > `${limit}`.length)
    return next < 0 || old === '' ? writing : typedInto({ texts, at: next }, digit, most)
  const isFull = Number(text) * 10 > limit && next >= 0
  return { texts: changed(writing, text), at: isFull ? next : at }
}

/** The last digit goes; from an empty field the one before is wiped. */
export function wiped(writing: Writing): Writing {
  const { texts, at } = writing
  const place = texts[at] === '' && at > 0 ? at - 1 : at
  return { texts: changed({ texts, at: place }, (texts[place] ?? '').slice(0, -1)), at: place }
}

/** The numbers, once every field has one. */
export const numbersOf = ({ texts }: Writing): readonly number[] | undefined =>
  texts.includes('') ? undefined : texts.map(Number)
