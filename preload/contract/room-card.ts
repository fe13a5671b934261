import { z } from 'zod'
import { languages } from './languages.ts'
import { settings } from './room.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** What a provisioning file tells every seat of one room (T1). No name of a child, no number of a family, no PIN, no key of a seat. */
export const roomCard = z.strictObject({
  kind: z.literal('happy-home-room'),
  format: z.literal(1),
  /** Counts up with each file of a room: a seat that took one takes no older one. */
  version: z.int().min(1).max(1_000_000),
  issuedAt: z.int().min(0),
  /** Not taken after this, by a clock that is believed; null for no end. UTC ms. */
  expiresAt: z.int().min(0).nullable(),
  school: z.string().trim().min(1).max(60),
  room: z.string().trim().min(1).max(40),
  /** How many there are; a seat gives itself the next free number. */
  seats: z.int().min(1).max(60),
  language: z.enum(languages),
  staffLanguage: z.enum(languages),
  /** As an operator of the call server gives it out; null for a room without calls. */
  serverLine: z.string().min(1).max(2000).nullable(),
  policies: settings.pick({
    pinyin: true,
    sessionMinutes: true,
    gameMinutes: true,
    restMinutes: true,
    turnsADay: true,
    idleMinutes: true,
    messageDays: true,
    talkMinutes: true,
    roomPhone: true,
  }),
  /** Programs of the seat that may be started from the shelf, by the name of their desktop file. */
  programs: z.array(z.string().regex(/^[\w.-]{1,80}$/)).max(50),
  holidays: z.array(z.strictObject({ from: day, to: day, name: z.string().trim().max(40) })).max(100),
})
export type RoomCard = z.infer<typeof roomCard>

/** Why a file was not taken. */
export const cardProblems = [
  'unreadable',
  'too-large',
  'not-plain',
  'bad-signature',
  'other-key',
  'older',
  'expired',
] as const
export type CardProblem = (typeof cardProblems)[number]
