import { settings, type Settings } from '#contract/room.ts'
import type { ReadableDb, WritableDb } from '#core/db/handles.ts'
import type { Log } from '#core/kernel/log.ts'

/** What a room starts with. Thirty minutes a turn is what rooms give in practice. */
export const firstSettings: Settings = {
  school: '快乐家园',
  room: '1',
  language: 'zh-CN',
  staffLanguage: 'zh-CN',
  pinyin: false,
  sessionMinutes: 30,
  gameMinutes: 20,
  restMinutes: 20,
  turnsADay: 0,
  idleMinutes: 5,
  messageDays: 30,
  talkMinutes: 30,
  roomPhone: 'none',
}

const names = Object.keys(firstSettings) as (keyof Settings)[]
const SEAT = 'seatNumber'

export interface RoomStore {
  read(): Settings
  write(settings: Settings): void
  /** The number on this PC's table. It belongs to this seat, not to the room. */
  seatNumber(): number
  setSeatNumber(seat: number): void
}

export const createRoomStore = (db: WritableDb, log: Log): RoomStore => ({
  read: () => settingsOf(db, log),
  write: (wanted) =>
    db.transaction(() => {
      for (const name of names) db.shared.set('room_setting', name, { value: JSON.stringify(wanted[name]) })
    }),
  seatNumber: () => seatNumberOf(db),
  setSeatNumber: (seat) => {
    const sql = `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`
    db.run(sql, [SEAT, String(seat)])
  },
})

/** Every setting, one by one: a value that cannot be read is the one a room starts with. */
export function settingsOf(db: ReadableDb, log: Log): Settings {
  const rows = db.all<{ id: string; value: string }>('SELECT id, value FROM room_setting')
  const known = new Map(rows.map((row) => [row.id, row.value]))
  return settings.parse(Object.fromEntries(names.map((name) => [name, valueOf(known, name, log)])))
}

function valueOf(rows: ReadonlyMap<string, string>, name: keyof Settings, log: Log): unknown {
  const text = rows.get(name)
  if (text === undefined) return firstSettings[name]
  const checked = settings.shape[name].safeParse(parsed(text))
  if (checked.success) return checked.data
  log.warn('A setting could not be read; the first value stands in', { name })
  return firstSettings[name]
}

export function seatNumberOf(db: ReadableDb): number {
  const row = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [SEAT])
  const seat = Number(row?.value ?? 1)
  return Number.isInteger(seat) && seat >= 1 ? seat : 1
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
