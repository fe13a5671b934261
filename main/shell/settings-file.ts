import { judgement, type VoiceState } from '#contract/voice.ts'
import { NO_MEMORY, type ClockMemory } from '#core/kernel/clock-rules.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import type { Anchor } from '#core/openings/chain.ts'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DisplayMark } from './display-rules.ts'

/** What belongs to this machine and can be made anew; everything precious lies in the database. */
export interface MachineSettings extends ClockMemory {
  /** This seat's own id; the database keeps a copy, so that it survives the loss of this file. */
  readonly seatId: string
  /** The displays that were the seat's own, the one that has been so for longest first. */
  readonly ownDisplays?: readonly DisplayMark[]
  /** How many entries the record of openings had, and the last of them: so that one that was cut off is missed. */
  readonly openings?: Anchor
  /** What a person said of the voice of this machine, and when; null while the time was not known. */
  readonly voiceHeard?: NonNullable<VoiceState['heard']>
  /** By what this machine is known again: a copied disk wakes up elsewhere. */
  readonly marks?: readonly string[]
  /** The provisioning file that was taken last. */
  readonly roomCard?: { readonly key: string; readonly version: number }
}

export interface FoundSettings {
  readonly settings: MachineSettings
  /** All of it stood in the file. */
  readonly whole: boolean
  /** The file was unreadable and has been set aside. */
  readonly recreated: boolean
}

/** Without `.json`. */
export const settingsName = 'seat'

/** Reads the settings of this machine; what is missing is made anew. `seatFromDatabase` is asked when the file names no seat. */
export function readSettings(
  folder: string,
  seatFromDatabase: () => string | undefined,
  log: Log,
): FoundSettings {
  const file = join(folder, `${settingsName}.json`)
  const recreated = setAsideBroken(file, log)
  const { seatId, ...more } = read(file)
  return {
    settings: { seatId: seatId ?? seatFromDatabase() ?? newId(), ...NO_MEMORY, ...more },
    whole: seatId !== undefined && more.lastTrusted !== undefined,
    recreated,
  }
}

/** What stands in the file now; nothing is mended or made anew. */
export const settingsIn = (folder: string): Partial<MachineSettings> =>
  read(join(folder, `${settingsName}.json`))

function read(file: string): Partial<MachineSettings> {
  const found = readObject(file) ?? {}
  const { seatId, lastTrusted, certain, days, ownDisplays, voiceHeard, openings } = found
  const displays = Array.isArray(ownDisplays) ? ownDisplays.filter(isMark) : []
  return {
    ...(typeof seatId === 'string' && /^[0-9a-f-]{36}$/.test(seatId) ? { seatId } : {}),
    ...(Number.isFinite(lastTrusted) ? { lastTrusted: Number(lastTrusted) } : {}),
    ...(Number.isFinite(certain) ? { certain: Number(certain) } : {}),
    ...(Array.isArray(days) && days.every(Number.isFinite) ? { days: days as number[] } : {}),
    ...(displays.length > 0 ? { ownDisplays: displays } : {}),
    ...heardIn(voiceHeard),
    ...anchorIn(openings),
    ...partIn('marks', z.array(z.string()).max(64), found['marks']),
    ...partIn('roomCard', z.object({ key: z.string(), version: z.int() }), found['roomCard']),
  }
}

const heardVoice = judgement.extend({ at: z.number().nullable() })

function heardIn(value: unknown): Pick<MachineSettings, 'voiceHeard'> {
  const heard = heardVoice.safeParse(value)
  return heard.success ? { voiceHeard: heard.data } : {}
}

function partIn<N extends string, T>(name: N, form: z.ZodType<T>, value: unknown): { readonly [K in N]?: T } {
  const fits = form.safeParse(value)
  return fits.success ? ({ [name]: fits.data } as { readonly [K in N]: T }) : {}
}

const anchor = z.object({ count: z.int().nonnegative(), head: z.string() })

function anchorIn(value: unknown): Pick<MachineSettings, 'openings'> {
  const found = anchor.safeParse(value)
  return found.success ? { openings: found.data } : {}
}

function isMark(value: unknown): value is DisplayMark {
  if (typeof value !== 'object' || value === null) return false
  const { id, label } = value as Partial<Record<keyof DisplayMark, unknown>>
  return Number.isFinite(id) && typeof label === 'string'
}

function setAsideBroken(file: string, log: Log): boolean {
  if (!existsSync(file) || readObject(file)) return false
  const aside = `${file}.broken-${Date.now()}`
  try {
    renameSync(file, aside)
    log.warn('The machine settings were unreadable and have been set aside', { aside })
  } catch (error) {
    log.warn('Unreadable machine settings cannot be set aside', { error })
  }
  return true
}

function readObject(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
