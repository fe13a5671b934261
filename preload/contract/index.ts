import type { z } from 'zod'
import { albumMethods } from './album.ts'
import { backupsMethods } from './backups.ts'
import { callsMethods, type CallKeys, type FamilyPage, type ServerState } from './calls.ts'
import { childrenMethods } from './children.ts'
import { contactsMethods } from './contacts.ts'
import { devicesMethods, type DeviceOut } from './devices.ts'
import { diaryMethods } from './diary.ts'
import { diaryMediaMethods } from './diary-media.ts'
import { feelingsMethods } from './feelings-told.ts'
import { filesMethods } from './files.ts'
import { healthMethods } from './health.ts'
import { keysMethods } from './keys.ts'
import { openingsMethods } from './openings.ts'
import { learningMethods } from './learning.ts'
import { meMethods } from './me.ts'
import { messagesMethods, type MessagesChanged } from './messages.ts'
import { provisioningMethods } from './provisioning.ts'
import { rightsMethods } from './rights.ts'
import { roomMethods, type RoomLook } from './room.ts'
import { sessionsMethods, type SessionNow } from './sessions.ts'
import { setupMethods } from './setup.ts'
import { sharesMethods } from './shares.ts'
import { staffMethods, type StaffChanged } from './staff.ts'
import { talksMethods } from './talks.ts'
import { updatesMethods } from './updates.ts'
import { usageMethods } from './usage.ts'
import { yearBookMethods } from './year-book.ts'

/** Every method of the house, once. A channel that is not here does not exist. */
export const contract = {
  setup: setupMethods,
  staff: staffMethods,
  openings: openingsMethods,
  children: childrenMethods,
  contacts: contactsMethods,
  calls: callsMethods,
  talks: talksMethods,
  feelings: feelingsMethods,
  me: meMethods,
  messages: messagesMethods,
  sessions: sessionsMethods,
  room: roomMethods,
  learning: learningMethods,
  diary: diaryMethods,
  shares: sharesMethods,
  diaryMedia: diaryMediaMethods,
  album: albumMethods,
  yearBook: yearBookMethods,
  usage: usageMethods,
  files: filesMethods,
  devices: devicesMethods,
  keys: keysMethods,
  rights: rightsMethods,
  health: healthMethods,
  backups: backupsMethods,
  provisioning: provisioningMethods,
  updates: updatesMethods,
}
export type Contract = typeof contract
export type FeatureName = keyof Contract

export type MethodName = { [F in FeatureName]: `${F}.${keyof Contract[F] & string}` }[FeatureName]

type Named<N extends MethodName> = N extends `${infer F extends FeatureName}.${infer M}`
  ? M extends keyof Contract[F]
    ? Contract[F][M]
    : never
  : never

export type InputOf<N extends MethodName> =
  Named<N> extends { input: infer S extends z.ZodType } ? z.output<S> : never
export type AnswerOf<N extends MethodName> = Named<N> extends { answer?: infer O } ? O : never
export type AccessOf<N extends MethodName> = Named<N>['by']['from']

/** What main tells the windows unasked, and which of them hears it. */
export interface Events {
  'session.changed': SessionNow | null
  'staff.changed': StaffChanged
  /** A diary was opened in an emergency, or shut. */
  'openings.changed': null
  'room.changed': RoomLook
  /** 0..1 of a long piece of work. */
  'job.progress': { readonly token: string; readonly done: number }
  /** The list of faces or classes is not what it was. */
  'children.changed': null
  /** Whom a child may reach is not what it was. */
  'contacts.changed': null
  /** Who of the watched family is there; only to the child's window, while it watches. */
  'calls.presence': FamilyPage
  /** Staff pressed keys for the telephone that is talked. */
  'calls.keys': CallKeys
  /** Somebody rang and nobody took it. */
  'calls.rang': null
  /** How this seat stands to its call server has changed. */
  'calls.serverState': ServerState
  /** A camera or microphone fell out or came back. */
  'devices.changed': readonly DeviceOut[]
  /** What guardians asked about a child is not what it was. */
  'rights.changed': null
  /** A wish to talk was made, received, talked about or taken back. */
  'talks.changed': null
  /** A year book lies ready to be printed, or does not any more. */
  'yearBook.changed': null
  /** A page was given, looked at or taken back. Says nothing of which. */
  'shares.changed': null
  /** Somebody told how it feels, or is not heard any more. Says neither who nor what. */
  'feelings.changed': null
  /** A child asked about what is written down, or was answered. */
  'me.asked': null
  /** Lights and puts out lanterns. Says nothing of what came or from whom. */
  'messages.changed': MessagesChanged
}
export type EventName = keyof Events

export const audience = {
  'session.changed': ['pupil', 'staff'],
  'staff.changed': ['staff'],
  'openings.changed': ['pupil', 'staff'],
  'room.changed': ['pupil', 'staff'],
  'job.progress': ['staff'],
  'children.changed': ['pupil', 'staff'],
  'contacts.changed': ['pupil', 'staff'],
  'calls.presence': ['pupil'],
  'calls.keys': ['pupil'],
  'calls.rang': ['pupil'],
  'calls.serverState': ['pupil', 'staff'],
  'devices.changed': ['staff'],
  'rights.changed': ['staff'],
  'talks.changed': ['pupil', 'staff'],
  'yearBook.changed': ['staff'],
  'shares.changed': ['pupil', 'staff'],
  'feelings.changed': ['staff'],
  'me.asked': ['pupil', 'staff'],
  'messages.changed': ['pupil'],
} as const satisfies Record<EventName, readonly ('pupil' | 'staff')[]>
