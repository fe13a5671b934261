import foundation from './0001-foundation.sql?raw'
import people from './0002-people.sql?raw'
import sessions from './0003-sessions.sql?raw'
import learning from './0004-learning.sql?raw'
import diary from './0005-diary.sql?raw'
import contacts from './0006-contacts.sql?raw'
import calls from './0007-calls.sql?raw'
import talks from './0008-talks.sql?raw'
import messages from './0009-messages.sql?raw'
import messagesTakenBack from './0010-messages-taken-back.sql?raw'
import activities from './0011-activities.sql?raw'
import toldApart from './0012-told-apart.sql?raw'
import nameReading from './0013-name-reading.sql?raw'
import mergedChildren from './0014-merged-children.sql?raw'
import knownTimes from './0015-known-times.sql?raw'
import daysCounted from './0016-days-counted.sql?raw'
import oneBook from './0017-one-book.sql?raw'
import moreKnownTimes from './0018-more-known-times.sql?raw'
import sealedDiary from './0019-sealed-diary.sql?raw'
import mergedFields from './0020-merged-fields.sql?raw'
import rescuedKeys from './0021-rescued-keys.sql?raw'
import forgottenRows from './0022-forgotten-rows.sql?raw'
import givenPages from './0023-given-pages.sql?raw'
import diaryThings from './0024-diary-things.sql?raw'
import escrow from './0025-escrow.sql?raw'
import ownPlace from './0026-own-place.sql?raw'
import diaryMedia from './0027-diary-media.sql?raw'
import talkSeen from './0028-talk-seen.sql?raw'
import health from './0029-health.sql?raw'
import heldData from './0030-held-data.sql?raw'
import feelingAsked from './0031-feeling-asked.sql?raw'

export interface Migration {
  /** The `user_version` that the database has afterwards: 1, 2, 3, without a gap. */
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** In order; one that has left the house is never changed, a new one follows it. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'foundation', sql: foundation },
  { version: 2, name: 'people', sql: people },
  { version: 3, name: 'sessions', sql: sessions },
  { version: 4, name: 'learning', sql: learning },
  { version: 5, name: 'diary', sql: diary },
  { version: 6, name: 'contacts', sql: contacts },
  { version: 7, name: 'calls', sql: calls },
  { version: 8, name: 'talks', sql: talks },
  { version: 9, name: 'messages', sql: messages },
  { version: 10, name: 'messages-taken-back', sql: messagesTakenBack },
  { version: 11, name: 'activities', sql: activities },
  { version: 12, name: 'told-apart', sql: toldApart },
  { version: 13, name: 'name-reading', sql: nameReading },
  { version: 14, name: 'merged-children', sql: mergedChildren },
  { version: 15, name: 'known-times', sql: knownTimes },
  { version: 16, name: 'days-counted', sql: daysCounted },
  { version: 17, name: 'one-book', sql: oneBook },
  { version: 18, name: 'more-known-times', sql: moreKnownTimes },
  { version: 19, name: 'sealed-diary', sql: sealedDiary },
  { version: 20, name: 'merged-fields', sql: mergedFields },
  { version: 21, name: 'rescued-keys', sql: rescuedKeys },
  { version: 22, name: 'forgotten-rows', sql: forgottenRows },
  { version: 23, name: 'given-pages', sql: givenPages },
  { version: 24, name: 'diary-things', sql: diaryThings },
  { version: 25, name: 'escrow', sql: escrow },
  { version: 26, name: 'own-place', sql: ownPlace },
  { version: 27, name: 'diary-media', sql: diaryMedia },
  { version: 28, name: 'talk-seen', sql: talkSeen },
  { version: 29, name: 'health', sql: health },
  { version: 30, name: 'held-data', sql: heldData },
  { version: 31, name: 'feeling-asked', sql: feelingAsked },
]
