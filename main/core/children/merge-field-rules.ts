import type { MergeField } from '#contract/children.ts'

/** Cells of a child's row, as the database has them. */
export type Cells = Readonly<Record<string, string | null>>
/** By column: what stood there, and what was taken. */
export type Taken = Readonly<Record<string, readonly [before: string | null, taken: string | null]>>

/** What a person chooses as one, and the columns that go with it. */
const columnsOf: Readonly<Record<MergeField, readonly string[]>> = {
  name: ['name', 'pinyin', 'reading', 'letter', 'sort_key', 'given'],
  class: ['class_id'],
  number: ['number'],
  birthday: ['birthday'],
  face: ['animal', 'tone', 'photo'],
  pictures: ['pictures'],
}

const fields = Object.keys(columnsOf) as readonly MergeField[]
export const mergedColumns: readonly string[] = Object.values(columnsOf).flat()

/** Fields in which two records differ: a person may choose between them. */
export function differing(kept: Cells, gone: Cells): readonly MergeField[] {
  return fields.filter((field) => columnsOf[field].some((column) => kept[column] !== gone[column]))
}

/** What the surviving record takes of the other one. */
export function taking(kept: Cells, gone: Cells, chosen: readonly MergeField[]): Taken {
  const columns = chosen.flatMap((field) => columnsOf[field])
  return Object.fromEntries(
    columns
      .filter((column) => kept[column] !== gone[column])
      .map((column) => [column, [kept[column] ?? null, gone[column] ?? null]]),
  )
}

/**
 * What taking apart gives back: each field that still stands as it was taken. One that somebody changed since is theirs.
 */
export function givingBack(now: Cells, taken: Taken): Cells {
  const back = fields.filter((field) =>
    columnsOf[field].every((column) => !(column in taken) || now[column] === taken[column]?.[1]),
  )
  const columns = back.flatMap((field) => columnsOf[field]).filter((column) => column in taken)
  return Object.fromEntries(columns.map((column) => [column, taken[column]?.[0] ?? null]))
}
