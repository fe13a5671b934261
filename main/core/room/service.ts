import type { Notice, RoomLook, Settings } from '#contract/room.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { createRoomStore } from './store.ts'

/** How this room is called and kept, and what its staff should know. */
export interface RoomService {
  look(): RoomLook
  settings(): Settings
  changeSettings(wanted: Settings): void
  /** For the set-up, inside its transaction. */
  begin(wanted: Settings, seat: number): void
  /** Newest first; one for each code. */
  notices(): readonly Notice[]
  addNotice(code: Notice['code'], facts?: Notice['facts']): void
  clearNotice(code: Notice['code']): void
  /** Told after every change of what the windows see; the answer ends it. */
  onChange(listener: (look: RoomLook) => void): () => void
}

export interface RoomParts {
  /** Generated children and history, not a real room. */
  readonly example: boolean
  /** What the example room's staff sign in with; none in a real room. */
  readonly examplePin?: string | null
  readonly version: string
}

export function createRoomService(
  { db, clock, log }: Ground,
  { example, examplePin = null, version }: RoomParts,
): RoomService {
  const store = createRoomStore(db, log)
  const notices = new Map<Notice['code'], Notice>()
  const listeners = new Set<(look: RoomLook) => void>()

  // Asked on every tick of several clocks and on every call; only this seat's own writes change it so far.
  let known: Settings | undefined
  const current = (): Settings => (known ??= store.read())

  const look = (): RoomLook => {
    const { school, room, language, staffLanguage, pinyin, roomPhone } = current()
    return {
      school,
      room,
      seat: store.seatNumber(),
      language,
      staffLanguage,
      pinyin,
      roomPhone,
      example,
      examplePin,
      version,
    }
  }

  return {
    look,
    settings: current,
    changeSettings: (wanted) => {
      store.write(wanted)
      known = undefined
      for (const listener of listeners) listener(look())
    },
    begin: (wanted, seat) => {
      known = undefined
      store.write(wanted)
      store.setSeatNumber(seat)
    },
    notices: () => [...notices.values()].toSorted((one, other) => other.at - one.at),
    addNotice: (code, facts) => {
      notices.set(code, { code, at: clock.now().at, ...(facts && { facts }) })
    },
    clearNotice: (code) => void notices.delete(code),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
