/**
 * The tables that seats of a room share. Rules for a table here, so that merging stays commutative (checked by
 * `shared-tables-check.ts`):
 * - `id TEXT PRIMARY KEY`, no other UNIQUE, no CHECK over several columns (columns merge one by one);
 * - foreign keys only to shared tables, written before it here, CASCADE or SET NULL (never RESTRICT);
 * - append-only: also `seat TEXT NOT NULL`, a rowid, and no foreign key: its rows outlive what they speak of.
 */
export interface TableRegistry {
  /** Table to its columns without `id`: rows change, columns merge by the latest clock, removal is final. */
  readonly shared: Readonly<Record<string, readonly string[]>>
  /** Table to its columns without `id` and `seat`: rows never change, tables merge as sets. */
  readonly appendOnly: Readonly<Record<string, readonly string[]>>
}

export const houseTables = {
  shared: {
    room_setting: ['value'],
    staff: ['name', 'role', 'checked_on', 'pin_hash', 'created_at', 'left_at'],
    class: ['label', 'grade', 'number'],
    child: [
      'class_id', 'name', 'pinyin', 'letter', 'sort_key', 'given', 'number', 'birthday', 'animal', 'tone', 'photo', 'pictures',
      'created_at', 'left_at',
    ], // prettier-ignore
  },
  appendOnly: {
    staff_act: ['at', 'trusted', 'staff_id', 'method', 'subject'],
  },
} as const satisfies TableRegistry

export type SharedTable = Extract<keyof typeof houseTables.shared, string>
export type AppendOnlyTable = Extract<keyof typeof houseTables.appendOnly, string>
