import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * By what a machine is known again: its network cards, each as a hash. A disk that was copied into another PC finds none of them there.
 * Empty where the system does not tell.
 */
export function machineMarks(sys = '/sys'): readonly string[] {
  const folder = join(sys, 'class', 'net')
  try {
    return readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'device')))
      .map((name) => readFileSync(join(folder, name, 'address'), 'utf8').trim())
      .filter((address) => /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(address) && !/^(00:){5}00$/.test(address))
      .map((address) => createHash('sha256').update(`happy-home/${address}`).digest('hex').slice(0, 32))
      .toSorted()
  } catch {
    return []
  }
}

/**
 * Whether a seat woke up in another machine: it knew marks, this one has marks, and none is the same. One card that stayed is enough: cards
 * are changed, too. Where either is unknown nothing is concluded.
 */
export const isOtherMachine = (known: readonly string[], now: readonly string[]): boolean =>
  known.length > 0 && now.length > 0 && !known.some((mark) => now.includes(mark))
