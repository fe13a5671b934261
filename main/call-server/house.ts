import type { PlainDb } from '#core/db/connection.ts'
import type { NewId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import type { BeatBook } from './beats.ts'
import type { Live } from './live.ts'
import type { MessageStore } from './messages/service.ts'
import type { Nonces } from './nonces.ts'
import type { Rates } from './rates.ts'
import type { ServerClock } from './server-clock.ts'
import type { Secrets } from './secrets.ts'
import type { CallServerSettings } from './settings.ts'

/** What every route stands on. */
export interface House {
  readonly db: PlainDb
  readonly clock: ServerClock
  readonly newId: NewId
  readonly log: Log
  readonly settings: CallServerSettings
  readonly secrets: Secrets
  readonly rates: Rates
  readonly nonces: Nonces
  readonly live: Live
  readonly beats: BeatBook
  readonly messages: MessageStore
}
