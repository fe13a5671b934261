import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { clocks } from './activity-rules.ts'
import { type ClockLevel, levels, makeTask, stepOf } from './make-rules.ts'
import { keyOf, stopsOf, taskOf, type ClockTask } from './task-rules.ts'
import { faceText, longHand, shortHand, timeOf, timeText, turnedLong, turnedShort } from './time-rules.ts'

/** A clock that only knows how to tick: hour and minute, one minute at a time. */
function ticked(time: string, minutes: number, hours: 12 | 24): string {
  let [hour = 0, minute = 0] = time.split(':').map(Number)
  for (let left = Math.abs(minutes); left > 0; left -= 1)
    if (minutes > 0) {
      minute += 1
      if (minute === 60) [hour, minute] = [(hour + 1) % hours, 0]
    } else {
      minute -= 1
      if (minute < 0) [hour, minute] = [(hour + hours - 1) % hours, 59]
    }
  return `${hour}:${minute}`
}

/** Every time whose two hands point where these do. */
const readFromHands = (short: number, long: number): string[] =>
  Array.from({ length: 720 }, (_, at) => [Math.floor(at / 60), at % 60] as const)
    .filter(([hour, minute]) => minute * 6 === long && hour * 30 + minute / 2 === short)
    .map(([hour, minute]) => `${hour}:${minute}`)

const plain = (text: string) => text.split(':').map(Number).join(':')

/** The answers that an independent clock finds, as `hour:minute`. */
function solutions(task: ClockTask): string[] {
  switch (task.kind) {
    case 'read':
    case 'set':
      return readFromHands(shortHand(task.time), longHand(task.time))
    case 'shift':
      return [ticked(timeText(task.time), task.minutes, 12)]
    case 'write-day':
      return [plain(timeText(task.time))]
    case 'set-day':
      return [ticked(timeText(task.time), task.time >= 720 ? -720 : 0, 24)]
    case 'between':
    case 'trip':
      return Array.from({ length: 720 }, (_, long) => long)
        .filter((long) => ticked(timeText(task.from), long, 24) === plain(timeText(task.to)))
        .map((long) => `${Math.floor(long / 60)}:${long % 60}`)
  }
}

/** What the rules call the answer, as `hour:minute` from 0 to 23. */
function solved(key: string, level: ClockLevel): string {
  const exercise = clocks.readExercise({ key, level })!
  const answer = clocks.solve(exercise)
  if (typeof answer === 'number') return `${Math.floor(answer / 60)}:${answer % 60}`
  const numbers = answer as number[]
  const by = Object.fromEntries(exercise.fields.map((field, at) => [field, numbers[at]]))
  const hour = by['hour'] === 12 ? 0 : (by['hour'] ?? by['hour-of-day'] ?? by['hours'] ?? 0)
  return `${hour}:${by['minute'] ?? by['minutes'] ?? 0}`
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('asks what has one answer, which a clock that only ticks finds, too', () => {
    const random = seededRandom(3)
    const asked = new Set<string>()
    for (let made = 0; made < 2000; made += 1) {
      const task = makeTask(level, random)
      const key = keyOf(task)
      if (asked.has(key)) continue
      asked.add(key)
      expect(taskOf(key)).toEqual(task)
      expect(solutions(task), key).toEqual([solved(key, level)])
      if ('time' in task && task.kind !== 'shift') expect(task.time % stepOf(level)).toBe(0)
    }
    expect(asked.size).toBeGreaterThanOrEqual(24)
  })
})

const hint = (key: string, level: ClockLevel) => clocks.hint(clocks.readExercise({ key, level })!, 1)

describe('a clock', () => {
  it('calls every other time wrong, and says which hand to look at', () => {
    const exercise = clocks.readExercise({ key: 'read 3:40', level: 'five-minutes' })!
    const right = Array.from({ length: 13 * 60 }, (_, at) => [Math.floor(at / 60), at % 60]).filter(
      (answer) => clocks.check(exercise, answer).check === 'right',
    )
    expect(right).toEqual([[3, 40]])
    expect(clocks.check(exercise, [4, 40])).toEqual({ check: 'wrong', said: { look: 'hour' } })
    expect(clocks.check(exercise, [3, 8])).toEqual({ check: 'wrong', said: { look: 'minute' } })
    expect(clocks.check(exercise, [8, 3])).toEqual({ check: 'wrong', said: { look: 'both' } })
    for (const nothing of [[3], [3, 60], ['3', '40'], 220, [3, 40, 0]])
      expect(clocks.check(exercise, nothing).check).toBe('nothing')
  })
  it('asks six-year-olds for the hour alone, and takes 0 and 12 for the same on a face', () => {
    const noon = clocks.readExercise({ key: 'read 0:00', level: 'hours' })!
    expect(noon.fields).toEqual(['hour'])
    expect(['right', 'right', 'wrong']).toEqual([[12], [0], [6]].map((one) => clocks.check(noon, one).check))
    expect(faceText(0)).toBe('12:00')
  })
  it('knows the afternoon from the morning in the day of 24 hours', () => {
    const evening = clocks.readExercise({ key: 'write-day 20:15', level: 'day' })!
    expect(clocks.check(evening, [20, 15]).check).toBe('right')
    expect(clocks.check(evening, [8, 15])).toEqual({ check: 'wrong', said: { look: 'hour' } })
    expect(clocks.solve(clocks.readExercise({ key: 'set-day 20:15', level: 'day' })!)).toBe(8 * 60 + 15)
  })
  it('helps without telling', () => {
    expect(hint('between 7:40 9:10', 'between')).toEqual({
      kind: 'jumps',
      stops: [460, 480, 540, 550],
      jumps: [null, null, null],
    })
    expect(hint('shift 7:40 30', 'later')).toEqual({
      kind: 'jumps',
      stops: [460, 480, null],
      jumps: [20, 10],
    })
    expect(hint('shift 0:05 -30', 'later')).toEqual({ kind: 'jumps', stops: [5, 0, null], jumps: [5, 25] })
  })
  it('makes a way through time that begins, ends, and lands on whole hours between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: -300, max: 300 }), (from, long) => {
        fc.pre(long !== 0)
        const stops = stopsOf(from, from + long)
        expect([stops[0], stops.at(-1)]).toEqual([from, from + long])
        for (const stop of stops.slice(1, -1)) expect(Math.abs(stop % 60)).toBe(0)
        const forward = stops.slice(1).every((stop, at) => (long > 0 ? stop > stops[at]! : stop < stops[at]!))
        expect(forward).toBe(true)
      }),
    )
  })
  it('reads the times it writes and no others', () => {
    for (let time = 0; time < 1440; time += 1) expect(timeOf(timeText(time))).toBe(time)
    for (const text of ['24:00', '7:5', '07:05', '7:60', '7', '-1:00', ''])
      expect(timeOf(text)).toBeUndefined()
    for (const key of ['read 13:00', 'read 3:00 4', 'between 4:00 3:00', 'shift 3:00 0', 'eat 3:00', 'read'])
      expect(taskOf(key), key).toBeNull()
  })
})

describe('hands that are turned', () => {
  it('click into the step, go the shorter way, and take the short hand along', () => {
    expect(turnedLong(7 * 60 + 55, 12, 5)).toBe(8 * 60)
    expect(turnedLong(8 * 60, 330, 5)).toBe(7 * 60 + 55)
    expect(turnedLong(5, 330, 5)).toBe(11 * 60 + 55)
    expect(turnedShort(3 * 60 + 30, 225)).toBe(7 * 60 + 30)
  })
  it('come to every time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 719 }), fc.integer({ min: 0, max: 719 }), (from, to) => {
        const minute = turnedLong(from, longHand(to), 1)
        expect(minute % 60).toBe(to % 60)
        expect(turnedShort(minute, shortHand(to))).toBe(to)
      }),
    )
  })
})
