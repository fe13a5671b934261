/** What stands in a cell, which says how it is written. `word:<group>`: one of a closed list, in the words of the copy. */
type Kind = 'text' | 'time' | 'seconds' | 'minutes' | 'yes' | 'file' | 'relation' | `word:${string}`

export interface CopyPart {
  readonly name: string
  /** Its table of the registry (`tables.ts`). */
  readonly table: string
  /** `:ids`: the records of the child, a JSON array. Times that are not known are NULL. */
  readonly sql: string
  /** Column of the query to its kind, in order. */
  readonly columns: Readonly<Record<string, Kind>>
}

const IDS = '(SELECT value FROM json_each(:ids))'
const relative = (id: string) =>
  `(SELECT contact.relation || ' ' || contact.name FROM contact WHERE contact.id = ${id})`
const adult = (id: string) => `(SELECT staff.name FROM staff WHERE staff.id = ${id})`

/** Everything that a guardian gets of a child, in the order of the copy. A test holds it to the registry. */
export const copyParts: readonly CopyPart[] = [
  {
    name: 'personal',
    table: 'child',
    sql: `SELECT child.name, child.pinyin, child.reading, class.label AS class, child.number, child.birthday,
        iif(child.photo IS NULL, NULL, 'photo/' || child.photo) AS photo, child.created_at AS since, child.left_at AS left
      FROM child LEFT JOIN class ON class.id = child.class_id WHERE child.id IN ${IDS} ORDER BY child.merged_into IS NOT NULL, child.id`,
    columns: {
      name: 'text', pinyin: 'text', reading: 'text', class: 'text', number: 'text', birthday: 'text', photo: 'file', since: 'time',
      left: 'time',
    }, // prettier-ignore
  },
  {
    name: 'family',
    table: 'contact',
    sql: `SELECT relation, name, called, is_guardian AS guardian, city, spoken,
        (SELECT group_concat(value, ' ') FROM json_each(contact.phones)) AS phones,
        iif(photo IS NULL, NULL, 'photo/' || photo) AS photo
      FROM contact WHERE child_id IN ${IDS} ORDER BY created_at, id`,
    columns: {
      relation: 'relation', name: 'text', called: 'text', guardian: 'yes', city: 'text', spoken: 'text', phones: 'text', photo: 'file',
    }, // prettier-ignore
  },
  {
    name: 'consents',
    table: 'contact_consent',
    sql: `SELECT day, ${relative('contact_id')} AS relative, purpose, given, ${relative('guardian_id')} AS guardian,
        ${adult('witness_id')} AS heard, how, note
      FROM contact_consent WHERE child_id IN ${IDS} ORDER BY at, rowid`,
    columns: {
      day: 'text', relative: 'text', purpose: 'word:purpose', given: 'yes', guardian: 'text', heard: 'text', how: 'word:how', note: 'text',
    }, // prettier-ignore
  },
  {
    name: 'turns',
    table: 'session',
    sql: `SELECT iif(trusted = 1, started_at, NULL) AS at, length_ms AS length, end_reason AS ended
      FROM session WHERE child_id IN ${IDS} ORDER BY started_at, id`,
    columns: { at: 'time', length: 'minutes', ended: 'word:ended' },
  },
  {
    name: 'days',
    table: 'usage_day',
    sql: `SELECT day, activity, ms AS length, times, sums FROM usage_day WHERE child_id IN ${IDS} ORDER BY day, activity`,
    columns: { day: 'text', activity: 'word:area', length: 'minutes', times: 'text', sums: 'text' },
  },
  {
    name: 'calls',
    table: 'call_log',
    sql: `SELECT iif(trusted = 1, at, NULL) AS at, ${relative('contact_id')} AS relative, direction, way, ringing_ms AS rang,
        length_ms AS length, how AS ended
      FROM call_log WHERE child_id IN ${IDS} ORDER BY call_log.at, rowid`,
    columns: {
      at: 'time', relative: 'text', direction: 'word:direction', way: 'word:way', rang: 'seconds', length: 'seconds', ended: 'word:ended',
    }, // prettier-ignore
  },
  {
    name: 'messages',
    table: 'message',
    sql: `SELECT iif(trusted = 1, at, NULL) AS at, ${relative('contact_id')} AS relative, direction, kind, length_ms AS length, type,
        iif(hash IS NULL, NULL, 'message/' || hash) AS file
      FROM message WHERE child_id IN ${IDS} AND state NOT IN ('recording', 'coming') ORDER BY message.at, id`,
    columns: {
      at: 'time', relative: 'text', direction: 'word:direction', kind: 'word:kind', length: 'seconds', file: 'file',
    }, // prettier-ignore
  },
  {
    name: 'progress',
    table: 'learning_progress',
    sql: `SELECT activity, level, joints, iif(trusted = 1, last_at, NULL) AS at FROM learning_progress
      WHERE child_id IN ${IDS} ORDER BY activity, id`,
    columns: { activity: 'word:activity', level: 'text', joints: 'text', at: 'time' },
  },
  {
    name: 'stamps',
    table: 'learning_stamp',
    sql: `SELECT activity, stamp, iif(trusted = 1, at, NULL) AS at FROM learning_stamp WHERE child_id IN ${IDS} ORDER BY learning_stamp.at, id`,
    columns: { activity: 'word:activity', stamp: 'text', at: 'time' },
  },
  {
    name: 'mistakes',
    table: 'learning_mistake',
    sql: `SELECT activity, item, answer, iif(trusted = 1, missed_at, NULL) AS at, left_at IS NOT NULL AS learnt
      FROM learning_mistake WHERE child_id IN ${IDS} ORDER BY missed_at, id`,
    columns: { activity: 'word:activity', item: 'text', answer: 'text', at: 'time', learnt: 'yes' },
  },
  {
    name: 'answers',
    table: 'learning_answer',
    sql: `SELECT iif(trusted = 1, at, NULL) AS at, activity, level, item, answer, right, helped, tries
      FROM learning_answer WHERE child_id IN ${IDS} ORDER BY learning_answer.at, rowid`,
    columns: {
      at: 'time', activity: 'word:activity', level: 'text', item: 'text', answer: 'text', right: 'yes', helped: 'yes', tries: 'text',
    }, // prettier-ignore
  },
  {
    name: 'looks',
    table: 'staff_act',
    sql: `SELECT iif(trusted = 1, at, NULL) AS at, ${adult('staff_id')} AS adult, method AS what
      FROM staff_act WHERE subject IN ${IDS} OR subject IN (SELECT id FROM contact WHERE child_id IN ${IDS}) ORDER BY staff_act.at, rowid`,
    columns: { at: 'time', adult: 'text', what: 'word:act' },
  },
  {
    name: 'requests',
    table: 'rights_request',
    sql: `SELECT iif(trusted = 1, asked_at, NULL) AS at, kind, ${relative('asked_by')} AS relative, wish, state, reason
      FROM rights_request WHERE child_id IN ${IDS} ORDER BY asked_at, id`,
    columns: {
      at: 'time', kind: 'word:request', relative: 'text', wish: 'text', state: 'word:state', reason: 'text',
    }, // prettier-ignore
  },
]
