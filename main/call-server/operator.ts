import type { PlainDb } from '#core/db/connection.ts'
import { newId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { Command } from './command.ts'
import { hashOf, newCode } from './keys.ts'
import type { CallServerSettings } from './settings.ts'
import { databaseOf, openCallDatabase } from './store/open.ts'
import * as store from './store/rooms.ts'

type Operation = Extract<Command, { readonly of: string }> | { readonly does: 'list' }

interface Desk {
  readonly db: PlainDb
  readonly settings: CallServerSettings
  /** UTC milliseconds. */
  readonly now: number
}

/** Does what the operator asks, beside a running server or without one. Both the answer and the error are texts to read. */
export function operate(settings: CallServerSettings, operation: Operation): Result<string, string> {
  const opened = openCallDatabase(databaseOf(settings))
  if (!opened.ok) return opened
  const db = opened.value
  try {
    return db.transaction(() => perform({ db, settings, now: Date.now() }, operation))
  } finally {
    db.close()
  }
}

function perform(desk: Desk, operation: Operation): Result<string, string> {
  const { db, now } = desk
  switch (operation.does) {
    case 'list':
      return ok(listRooms(db))
    case 'add-room': {
      const id = newId()
      store.addRoom(db, { id, name: operation.of, at: now })
      return ok(provisioning(desk, id))
    }
    case 'add-seat':
      return store.roomById(db, operation.of)
        ? ok(provisioning(desk, operation.of))
        : err(`There is no room ${operation.of}.`)
    case 'revoke-seat':
      return store.revokeSeat(db, operation.of, now)
        ? ok('Revoked. What it asks is refused from now on; credentials that it holds end within minutes.')
        : err(`There is no seat ${operation.of} that could be revoked.`)
    case 'remove-room':
      return store.removeRoom(db, operation.of)
        ? ok('Removed, with all that it published.')
        : err(`There is no room ${operation.of}.`)
  }
}

/** Rooms with their seats, as lines to read. */
function listRooms(db: PlainDb): string {
  const lines = store
    .allRooms(db)
    .flatMap(({ id, name, version, publicKey }) => [
      `room ${id}  ${name}  ${publicKey === null ? 'waits for its first seat' : `publication ${version}`}`,
      ...store
        .seatsOfRoom(db, id)
        .map(
          (seat) => `  seat ${seat.id}  ${seat.name}  ${seat.revokedAt === null ? 'enrolled' : 'revoked'}`,
        ),
    ])
  return lines.length === 0 ? 'No rooms yet. Add one with --add-room "name".' : lines.join('\n')
}

/** One line that a seat takes: the server's address, the room, and a code that works once. */
function provisioning({ db, settings, now }: Desk, room: string): string {
  const code = newCode()
  store.addCode(db, hashOf(code), room, now + settings.limits.enrolmentHours * 3_600_000)
  return `${settings.public.url}/#room=${room}&code=${code}`
}
