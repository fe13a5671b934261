import type { Columns } from './cells.ts'

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
  /**
   * Table to its columns that name the row which it belongs to, and that row's table: once that one is removed, this one is, too, and
   * whatever comes later of it is not taken. Nobody has to know of the row for that (`forgetting.ts`).
   */
  readonly owned?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Append-only rows whose column names a removed row of one of the tables: what is left of them; null for nothing. */
  readonly ended?: Readonly<Record<string, Ended>>
}

export interface Ended {
  readonly column: string
  readonly of: readonly string[]
  /** Of what it makes, it makes the same again. */
  readonly left: ((row: Columns) => Columns) | null
}

/** Stands where a child's id stood. Never the id of a row. */
export const NOBODY = ''
const HOUR = 3_600_000
/** Not to the minute: who sat there then can be read from other papers. */
const hourOf = ({ at }: Columns): number => Math.floor(Number(at) / HOUR) * HOUR
const ofChild = { child_id: 'child' } as const

export const houseTables = {
  shared: {
    room_setting: ['value'],
    staff: ['name', 'role', 'checked_on', 'pin_hash', 'created_at', 'left_at'],
    class: ['label', 'grade', 'number'],
    child: [
      'class_id', 'name', 'pinyin', 'reading', 'letter', 'sort_key', 'given', 'number', 'birthday', 'animal', 'tone', 'photo', 'pictures',
      'created_at', 'left_at',
      'merged_into',
    ], // prettier-ignore
    child_merge: ['kept', 'gone', 'at', 'trusted', 'staff_id', 'left_at', 'undone_at', 'undone_by', 'took'],
    child_apart: ['child_id', 'line'],
    session: [
      'seat',
      'child_id',
      'started_at',
      'trusted',
      'planned_ms',
      'length_ms',
      'continues',
      'end_reason',
      'cut',
    ],
    learning_progress: ['child_id', 'activity', 'level', 'state', 'joints', 'last_at', 'trusted'],
    learning_mistake: [
      'child_id', 'activity', 'level', 'item', 'exercise', 'answer', 'missed_at', 'trusted', 'due_at', 'due_trusted', 'card',
      'times_right', 'left_at',
    ], // prettier-ignore
    learning_stamp: ['child_id', 'activity', 'stamp', 'at', 'trusted', 'facts'],
    learning_switch: ['is_on'],
    diary_page: ['child_id', 'day', 'started_at', 'opening', 'thumbnail', 'trusted', 'key_id', 'star'],
    diary_share: [
      'child_id', 'page_id', 'circle', 'contact_id', 'staff_id', 'messages', 'given_at', 'trusted', 'looked_at', 'looked_trusted',
      'ended_at',
    ], // prettier-ignore
    diary_media: ['page_id', 'step_id', 'key_id'],
    diary_step: ['page_id', 'ordinal', 'kind', 'data', 'undone'],
    contact: [
      'child_id', 'relation', 'name', 'called', 'is_guardian', 'city', 'spoken', 'language', 'phones', 'photo',
      'approved_by', 'created_at', 'trusted',
    ], // prettier-ignore
    opening_told: ['child_id', 'told_at'],
    talk_wish: [
      'child_id', 'staff_id', 'asked_at', 'trusted', 'received_at', 'talked_at', 'step', 'heard_by',
    ], // prettier-ignore
    child_setting: ['child_id', 'voice', 'pinyin', 'letters'],
    feeling_listener: ['child_id', 'staff_id'],
    child_ask: ['child_id', 'staff_id', 'about', 'asked_at', 'trusted', 'due', 'done_at', 'done_by'],
    child_hold: ['child_id', 'why', 'set_at', 'trusted', 'set_by', 'lifted_at', 'lifted_by', 'lifted_why'],
    rights_request: [
      'child_id', 'kind', 'asked_at', 'trusted', 'asked_by', 'how', 'staff_id', 'wish', 'before', 'after', 'counted_from', 'state',
      'reason', 'ended_at', 'ended_by',
    ], // prettier-ignore
  },
  appendOnly: {
    staff_act: ['at', 'trusted', 'staff_id', 'method', 'subject'],
    opening_entry: ['number', 'before', 'hash', 'entry'],
    usage_event: [
      'at',
      'trusted',
      'day',
      'session_id',
      'child_id',
      'kind',
      'activity',
      'length_ms',
      'detail',
    ],
    contact_consent: [
      'at', 'trusted', 'child_id', 'contact_id', 'purpose', 'given', 'day', 'guardian_id', 'witness_id', 'how', 'note',
      'phones',
    ], // prettier-ignore
    call_log: [
      'at', 'trusted', 'child_id', 'contact_id', 'session_id', 'direction', 'way', 'ringing_ms', 'length_ms', 'how', 'quality',
    ], // prettier-ignore
    learning_answer: [
      'at', 'trusted', 'child_id', 'session_id', 'activity', 'level', 'item', 'answer', 'right', 'helped', 'tries',
    ], // prettier-ignore
  },
  owned: {
    child_merge: { kept: 'child', gone: 'child' },
    child_apart: ofChild,
    session: ofChild,
    learning_progress: ofChild,
    learning_mistake: ofChild,
    learning_stamp: ofChild,
    diary_page: ofChild,
    diary_media: { page_id: 'diary_page', step_id: 'diary_step' },
    diary_step: { page_id: 'diary_page' },
    diary_share: { ...ofChild, page_id: 'diary_page' },
    contact: ofChild,
    talk_wish: ofChild,
    rights_request: ofChild,
    child_hold: ofChild,
    child_setting: ofChild,
    feeling_listener: ofChild,
    child_ask: ofChild,
    opening_told: ofChild,
  },
  ended: {
    // Who looked is kept for three years; at whom is not (`resources/PRIVACY.md`).
    staff_act: { column: 'subject', of: ['child', 'contact'], left: (row) => ({ ...row, subject: NOBODY }) },
    usage_event: {
      column: 'child_id',
      of: ['child'],
      left: (row) => ({ ...row, at: hourOf(row), child_id: NOBODY, session_id: NOBODY }),
    },
    contact_consent: {
      column: 'child_id',
      of: ['child'],
      left: (row) => ({
        ...row,
        child_id: NOBODY,
        contact_id: NOBODY,
        guardian_id: NOBODY,
        note: null,
        phones: null,
      }),
    },
    call_log: {
      column: 'child_id',
      of: ['child'],
      left: (row) => ({
        ...row,
        at: hourOf(row),
        child_id: NOBODY,
        contact_id: NOBODY,
        session_id: NOBODY,
        quality: null,
      }),
    },
    learning_answer: { column: 'child_id', of: ['child'], left: null },
  },
} as const satisfies TableRegistry

export type SharedTable = Extract<keyof typeof houseTables.shared, string>
export type AppendOnlyTable = Extract<keyof typeof houseTables.appendOnly, string>
