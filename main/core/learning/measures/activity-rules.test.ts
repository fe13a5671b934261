import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { measures } from './activity-rules.ts'
import { levels, makeTask, type MeasureLevel } from './make-rules.ts'
import { choicesOf, keyOf, type MeasureTask, taskOf } from './task-rules.ts'

const exercise = (key: string, level: MeasureLevel = 'ruler') => measures.readExercise({ key, level })!

/** The units as a table on the classroom wall: how many of the next smaller one. */
const wall: Readonly<Record<string, readonly [number, string]>> = {
  km: [1000, 'm'],
  m: [10, 'dm'],
  dm: [10, 'cm'],
  cm: [10, 'mm'],
  t: [1000, 'kg'],
  kg: [1000, 'g'],
  L: [1000, 'mL'],
}
const down = (number: number, unit: string): string => {
  const step = wall[unit]
  return step ? down(number * step[0], step[1]) : `${number} ${unit}`
}

/** Edges of squares that no second square has. */
function edges(rows: readonly number[]): number {
  const cells = new Set(rows.flatMap((row, y) => Array.from({ length: row }, (_, x) => `${x},${y}`)))
  let free = 0
  for (const cell of cells) {
    const [x = 0, y = 0] = cell.split(',').map(Number)
    for (const beside of [`${x + 1},${y}`, `${x - 1},${y}`, `${x},${y + 1}`, `${x},${y - 1}`])
      if (!cells.has(beside)) free += 1
  }
  return free
}

/** The number found by counting, not by rules. */
function counted(task: MeasureTask, answer: number): boolean {
  switch (task.kind) {
    case 'ruler':
      return (
        Array.from({ length: 16 }, (_, cm) => cm).filter((cm) => cm >= task.from && cm < task.to).length ===
        answer
      )
    case 'unit':
      return (
        { cm: 'long', m: 'long', km: 'long', g: 'heavy', kg: 'heavy', t: 'heavy' }[
          choicesOf(task)[answer]! as 'cm'
        ] !== undefined
      )
    case 'convert':
      return down(task.number, task.from) === down(answer, task.to)
    case 'jug':
    case 'balance':
      return (
        Array.from({ length: task.value / task.step }, () => task.step).reduce(
          (sum, step) => sum + step,
          0,
        ) === answer
      )
    case 'squares-area':
      return task.rows.map((row) => '#'.repeat(row)).join('').length === answer
    case 'squares-perimeter':
      return edges(task.rows) === answer
    case 'area':
      return Array.from({ length: task.sides[1] }, () => '#'.repeat(task.sides[0])).join('').length === answer
    case 'perimeter':
      return edges(Array.from({ length: task.sides[1] }, () => task.sides[0])) === answer
    case 'angle':
      return answer > 0 && answer < 180 && answer === task.degrees
  }
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('asks what counting answers the same way', () => {
    const random = seededRandom(4)
    const asked = new Set<string>()
    for (let made = 0; made < 2000; made += 1) {
      const task = makeTask(level, random)
      const key = keyOf(task)
      asked.add(key)
      expect(taskOf(key), key).toEqual(task)
      const answer = measures.solve(exercise(key, level))
      expect(counted(task, (Array.isArray(answer) ? answer[0] : answer) as number), key).toBe(true)
    }
    expect(asked.size).toBeGreaterThanOrEqual(24)
  })
})

const unit = (key: string) =>
  choicesOf(taskOf(key) as { thing: 'pencil' })[measures.solve(exercise(key)) as number]

describe('measures', () => {
  it('know the everyday unit of a thing', () => {
    expect(['unit pencil 18', 'unit tree 9', 'unit apple 200', 'unit pig 100'].map(unit)).toEqual([
      'cm',
      'm',
      'g',
      'kg',
    ])
  })
  it('take the length from mark to mark, not the number at the end', () => {
    expect(measures.check(exercise('ruler 3 8'), [5]).check).toBe('right')
    expect(measures.check(exercise('ruler 3 8'), [8]).check).toBe('wrong')
    for (const nothing of [5, [5, 0], ['5'], null])
      expect(measures.check(exercise('ruler 3 8'), nothing).check).toBe('nothing')
  })
  it('help with the rule, not with the number', () => {
    expect(measures.hint(exercise('convert 300 cm m'), 1)).toEqual({
      kind: 'times',
      larger: 'm',
      smaller: 'cm',
      times: 100,
    })
    expect(measures.hint(exercise('angle left 70'), 1)).toEqual({ kind: 'drawn' })
  })
  it('believe no key that has no answer', () => {
    for (const key of [
      'ruler 8 3',
      'convert 5 cm m',
      'convert 5 cm kg',
      'unit pencil 300',
      'jug 10 15',
      'angle up 30',
      'area 0 4',
      'squares-area',
      'ruler 03 5',
    ])
      expect(taskOf(key), key).toBeNull()
  })
})
