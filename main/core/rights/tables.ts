import type { Holding } from '#contract/rights.ts'

/** The lines of what the room holds of a child, as they are shown before a copy or an erasure. */
export const holdings = ['personal', 'family', 'consents', 'turns', 'calls', 'messages', 'diary', 'learning', 'talks', 'looks', 'requests'] as const satisfies readonly Holding[] // prettier-ignore

interface OfChild {
  readonly holding: Holding
  /** Which of its rows are the children's whose ids are in `:ids` (a JSON array). */
  readonly rows: string
  /** `main` rows are what the line counts; others come with them. */
  readonly counts?: true
  readonly copied: true | string
  /**
   * `log`: goes with the child at every seat (`owned`, `ended` in `shared-tables.ts`); `here`: a table of this seat, emptied here; `kept`: says
   * nothing of a person any more, or the law keeps it.
   */
  readonly erased: 'log' | 'here' | { readonly kept: string }
}

const IDS = '(SELECT value FROM json_each(:ids))'
const byChild = `child_id IN ${IDS}`
const ofPages = `page_id IN (SELECT id FROM diary_page WHERE ${byChild})`
const sealed = 'Only the child can give what stands on its pages: it is told how many there are.'
const toldOne = 'What a child tells one adult goes to nobody else, a guardian included (D6).'
const machine = 'How the machine keeps a turn or a round going; it says nothing that other rows do not.'

/**
 * Every table in which a row speaks of a child, and what a guardian's copy and an erasure do with it (S11). A table that is in neither
 * of the two lists fails a test: whoever makes a table says here what becomes of it.
 */
export const tablesOfChild: Readonly<Record<string, OfChild>> = {
  child: { holding: 'personal', rows: `id IN ${IDS}`, counts: true, copied: true, erased: 'log' },
  child_merge: {
    holding: 'personal',
    rows: `kept IN ${IDS} OR gone IN ${IDS}`,
    copied: 'Both records are in the copy as the one child that they are.',
    erased: 'log',
  },
  child_apart: {
    holding: 'personal',
    rows: byChild,
    copied: 'Hashes of lines of a class list; they tell nothing.',
    erased: 'log',
  },
  child_alias: { holding: 'personal', rows: `id IN ${IDS} OR of IN ${IDS}`, copied: machine, erased: 'here' },
  merged_row: { holding: 'personal', rows: byChild, copied: machine, erased: 'here' },
  picture_try: { holding: 'personal', rows: byChild, copied: machine, erased: 'here' },
  contact: { holding: 'family', rows: byChild, counts: true, copied: true, erased: 'log' },
  contact_consent: { holding: 'consents', rows: byChild, counts: true, copied: true, erased: 'log' },
  session: { holding: 'turns', rows: byChild, counts: true, copied: true, erased: 'log' },
  session_beat: { holding: 'turns', rows: byChild, copied: machine, erased: 'here' },
  usage_event: {
    holding: 'turns',
    rows: byChild,
    copied: 'The days’ minutes that are counted from it are in the copy.',
    erased: 'log',
  },
  usage_day: { holding: 'turns', rows: byChild, copied: true, erased: 'here' },
  call_log: { holding: 'calls', rows: byChild, counts: true, copied: true, erased: 'log' },
  call_now: { holding: 'calls', rows: byChild, copied: machine, erased: 'here' },
  message: { holding: 'messages', rows: byChild, counts: true, copied: true, erased: 'here' },
  diary_page: { holding: 'diary', rows: byChild, counts: true, copied: sealed, erased: 'log' },
  diary_step: { holding: 'diary', rows: ofPages, copied: sealed, erased: 'log' },
  diary_media: { holding: 'diary', rows: ofPages, copied: sealed, erased: 'log' },
  diary_taking: { holding: 'diary', rows: ofPages, copied: sealed, erased: 'here' },
  diary_share: { holding: 'diary', rows: byChild, copied: sealed, erased: 'log' },
  diary_draft: { holding: 'diary', rows: ofPages, copied: sealed, erased: 'here' },
  child_key: { holding: 'diary', rows: byChild, copied: sealed, erased: 'here' },
  learning_progress: { holding: 'learning', rows: byChild, copied: true, erased: 'log' },
  learning_round: { holding: 'learning', rows: byChild, copied: machine, erased: 'here' },
  learning_answer: { holding: 'learning', rows: byChild, counts: true, copied: true, erased: 'log' },
  learning_mistake: { holding: 'learning', rows: byChild, copied: true, erased: 'log' },
  learning_stamp: { holding: 'learning', rows: byChild, copied: true, erased: 'log' },
  talk_wish: {
    holding: 'talks',
    rows: byChild,
    copied: toldOne,
    erased: 'log',
  },
  talk_mood: {
    holding: 'talks',
    rows: `wish_id IN (SELECT id FROM talk_wish WHERE ${byChild})`,
    copied: toldOne,
    erased: 'here',
  },
  talk_wait: {
    holding: 'talks',
    rows: `wish_id IN (SELECT id FROM talk_wish WHERE ${byChild})`,
    copied: machine,
    erased: 'here',
  },
  talk_seen: {
    holding: 'talks',
    rows: `wish_id IN (SELECT id FROM talk_wish WHERE ${byChild})`,
    copied: machine,
    erased: 'here',
  },
  feeling: { holding: 'talks', rows: byChild, copied: toldOne, erased: 'here' },
  feeling_asked: { holding: 'talks', rows: byChild, copied: machine, erased: 'here' },
  feeling_listener: { holding: 'talks', rows: byChild, copied: toldOne, erased: 'log' },
  child_setting: {
    holding: 'personal',
    rows: byChild,
    copied: 'How the child likes its screen.',
    erased: 'log',
  },
  child_ask: { holding: 'talks', rows: byChild, copied: toldOne, erased: 'log' },
  opening_told: {
    holding: 'looks',
    rows: byChild,
    copied: 'Whether the child was told; that it was opened stands among those who looked.',
    erased: 'log',
  },
  opening_words: {
    holding: 'looks',
    rows: `opening_id IN (SELECT id FROM opening_told WHERE ${byChild})`,
    copied: 'The words of two adults about a worry; whom they may be shown to is theirs to judge.',
    erased: 'here',
  },
  opening_entry: {
    holding: 'looks',
    rows: 'EXISTS (SELECT 1 FROM json_each(:ids) AS one WHERE instr(opening_entry.entry, one.value) > 0)',
    copied: 'That the diary was opened stands among those who looked.',
    erased: { kept: 'A chain that shows tampering cannot lose a link. It names a child by an id alone.' },
  },
  staff_act: {
    holding: 'looks',
    rows: `subject IN ${IDS} OR subject IN (SELECT id FROM contact WHERE ${byChild})`,
    counts: true,
    copied: true,
    erased: 'log',
  },
  child_hold: {
    holding: 'requests',
    rows: byChild,
    copied: 'Why an erasure waited may speak of who asks for the copy.',
    erased: 'log',
  },
  rights_request: { holding: 'requests', rows: byChild, counts: true, copied: true, erased: 'log' },
}

/** Tables without a child in them, and why. */
export const tablesOfNobody: Readonly<Record<string, string>> = {
  meta: 'Facts about the database and its seat.',
  change: 'The log of shared rows: what it says of a row goes with the row (forgetting.ts).',
  cell_clock: 'Goes with the row.',
  tombstone: 'Says of a row that is gone no more than its id.',
  withheld: 'Ids of rows that wait for others.',
  room_setting: 'Settings.',
  staff: 'The adults of the room.',
  pin_try: 'Wrong PINs of the adults.',
  class: 'Classes of the school.',
  learning_switch: 'Which activity a grade may do.',
  publication_sent: 'A hash of what the call server was told.',
  message_taken_back: 'Ids at the call server, until it has forgotten them.',
  health_turn: 'How the lamps of this seat went.',
  health_trial: 'What of this seat was tried, and by which adult.',
  escrow_holder: 'Keys of the adults.',
  escrow_generation: 'Keys of the adults.',
  escrow_pair: 'Keys of the adults.',
  pin_given: 'Adults whose PIN somebody else gave.',
  rescue_pair: 'The keys of the recovery paper.',
  erased_file: 'Names of files by their hashes, until they are gone.',
  erased_at_server: 'User names at the call server that nothing can be read back from, until it has forgotten them.',
} // prettier-ignore

/** Tables of this seat that are emptied of a child. */
export const emptiedHere = (): readonly (readonly [table: string, rows: string])[] =>
  Object.entries(tablesOfChild)
    .filter(([, { erased }]) => erased === 'here')
    .map(([table, { rows }]) => [table, rows])
