import type { ServerState } from '#contract/calls.ts'
import type { DeviceOut } from '#contract/devices.ts'
import type { VoiceState } from '#contract/voice.ts'
import type { DeviceTrial } from '#contract/health.ts'
import type { Disk } from './smart.ts'

/** What this machine has; null where the system has no way to tell. */
export interface MachineReadings {
  readonly cameras: readonly string[] | null
  readonly microphones: readonly string[] | null
  readonly speakers: readonly string[] | null
  readonly displays: readonly DisplayReading[] | null
  readonly input: InputReading | null
  readonly network: NetworkReading
  readonly memory: { readonly totalBytes: number; readonly freeBytes: number }
  /** null: not even that could be read. */
  readonly space: { readonly totalBytes: number; readonly freeBytes: number } | null
  /** What the root timer wrote of the disks' own counters; null where it is not there. */
  readonly disks: readonly Disk[] | null
}

export interface DisplayReading {
  readonly width: number
  readonly height: number
}

export interface InputReading {
  readonly keyboards: number
  readonly pointers: number
  readonly touch: number
}

export interface NetworkReading {
  /** `link`: a cable or radio is connected, and nobody gave an address. */
  readonly is: 'up' | 'link' | 'down'
  readonly address: string | null
}

/** What lies on the disk of the room; null for what could not be looked at in time. */
export interface RoomReadings {
  /** `none`: no room has been set up. */
  readonly database:
    'none' | { readonly damage: string | null; readonly rows: number; readonly bytes: number } | null
  readonly copies: { readonly count: number; readonly newestAt: number | null } | null
}

export type ServerReading =
  { readonly is: 'none' } | { readonly is: 'reached'; readonly ms: number } | { readonly is: 'away' }

/** Backups that leave the seat. */
export interface OutsideReading {
  readonly hasKey: boolean
  readonly madeAt: number | null
  readonly place: string
  readonly triedAt: number | null
}

export interface Readings extends MachineReadings, RoomReadings {
  readonly out: readonly DeviceOut[]
  /** The newest of each device. */
  readonly trials: readonly DeviceTrial[]
  /** null: not asked here. */
  readonly voice: VoiceState | null
  readonly server: ServerReading
  readonly line: ServerState
  readonly outside: OutsideReading
  readonly clock: {
    readonly at: number
    readonly wall: number
    readonly trusted: boolean
    /** How often it was found wrong in the last three months. */
    readonly fell: number
  }
  readonly version: { readonly name: string; readonly builtAt: number }
  readonly seat: { readonly number: number; readonly room: string }
}
