import { z } from 'zod'
import { audited, method, staff, windows } from './define.ts'
import { everyRole } from './roles.ts'
import { languages, type Language } from './languages.ts'

/** What every window may know of the room. */
export interface RoomLook {
  readonly school: string
  readonly room: string
  readonly seat: number
  /** Of the child's window. */
  readonly language: Language
  readonly staffLanguage: Language
  /** Pinyin over characters on a child's screen (H3). */
  readonly pinyin: boolean
  /** How a child dials from the room's telephone, for the help card. */
  readonly roomPhone: RoomPhone
  /** Generated children and history, not a real room. */
  readonly example: boolean
  /** The PIN of the example room's staff, shown at its sign-in; null in a real room. */
  readonly examplePin: string | null
  readonly version: string
}

export const settings = z.strictObject({
  school: z.string().trim().min(1).max(60),
  room: z.string().trim().min(1).max(40),
  language: z.enum(languages),
  staffLanguage: z.enum(languages),
  pinyin: z.boolean(),
  /** Minutes of one turn. Rooms in practice: at most 30. */
  sessionMinutes: z.int().min(5).max(120),
  /** Minutes of games a day; 0 = none. Calls, learning and the diary never count (H6). */
  gameMinutes: z.int().min(0).max(240),
  /** After how many minutes of screen a child's eyes rest (H9); 0 = never. */
  restMinutes: z.literal([0, 15, 20, 30]),
  /** Turns a child may take a day; 0 = no limit. */
  turnsADay: z.int().min(0).max(20),
  /** Minutes after which the staff window locks itself. */
  idleMinutes: z.int().min(1).max(60),
  /** Days that a message stays after it was seen, as guardians were told when they agreed; then it is erased. */
  messageDays: z.int().min(0).max(365),
  /** Minutes of an open room after which a wish to talk that nobody answered goes on: to who coordinates, then to the help lines (D6). */
  talkMinutes: z.int().min(5).max(240),
  /** Whether a child may telephone from this room, and how: the help card says it. A digit stands before the number. */
  roomPhone: z.enum(['none', 'direct', '0', '9']),
})
export type Settings = z.infer<typeof settings>
export type RoomPhone = Settings['roomPhone']

/** Something staff should know; words: `notice.<code>`. */
export interface Notice {
  readonly code:
    | 'clock-untrusted'
    | 'restored-from-backup'
    | 'restored-after-update'
    | 'started-empty-after-damage'
    | 'started-empty-beside-foreign'
    | 'session-cut'
    | 'settings-recreated'
    | 'backup-failed'
    | 'backup-old'
    | 'disk-low'
    | 'no-voice'
    | 'openings-changed'
    | 'paper-old'
    | 'preview-host'
    | 'copied-seat'
  readonly at: number
  readonly facts?: Readonly<Record<string, string | number>>
}

export const roomMethods = {
  look: method(windows, z.void()).answers<RoomLook>(),
  settings: method(staff(...everyRole), z.void()).answers<Settings>(),
  changeSettings: method(audited('coordinator', 'technician'), settings).answers<void>(),
  notices: method(staff(...everyRole), z.void()).answers<readonly Notice[]>(),
}
