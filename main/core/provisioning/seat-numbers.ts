import { mkdirSync, openSync, closeSync, readdirSync, readFileSync, writeFileSync, fsyncSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '#core/kernel/storage-problem.ts'

/** Where the stick keeps which numbers are given. */
export const NUMBERS = 'happy-home-seats'

/**
 * The number of this seat on its table: the one that it took from this stick before, or else the next that nobody has. Taken by making a file
 * that only one seat can make. Undefined where the stick takes no file, or all numbers are given: then a person says it.
 */
export function takeSeatNumber(stick: string, seatId: string, seats: number): number | undefined {
  const folder = join(stick, NUMBERS)
  try {
    mkdirSync(folder, { recursive: true })
    const mine = numbersIn(folder).find(({ seat }) => seat === seatId)
    if (mine) return mine.number
    for (let number = 1; number <= seats; number += 1) if (take(folder, number, seatId)) return number
    return undefined
  } catch {
    return undefined
  }
}

function numbersIn(folder: string): readonly { readonly number: number; readonly seat: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const number = Number(/^seat-(\d\d)\.txt$/.exec(name)?.[1])
    return number > 0 ? [{ number, seat: readFileSync(join(folder, name), 'utf8').slice(0, 36) }] : []
  })
}

function take(folder: string, number: number, seatId: string): boolean {
  let file: number
  try {
    file = openSync(join(folder, `seat-${String(number).padStart(2, '0')}.txt`), 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeFileSync(file, seatId)
    fsyncSync(file)
    return true
  } finally {
    closeSync(file)
  }
}
