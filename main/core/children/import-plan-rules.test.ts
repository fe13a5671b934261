import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classFrom } from './class-rules.ts'
import { type ImportPlan, planImport } from './import-plan-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { lineKeys } from './line-key.ts'
import type { ImportRow } from './import-rules.ts'

const row = (
  line: number,
  name: string,
  classLabel: string,
  number: string | null = null,
  birthday: string | null = null,
): ImportRow => ({
  line,
  name,
  schoolClass: classFrom(classLabel)!,
  number,
  birthday,
})
const child = (
  id: string,
  name: string,
  classLabel: string,
  number: string | null = null,
  birthday: string | null = null,
): KnownChild => ({
  id,
  name,
  classLabel,
  number,
  birthday,
})
const kinds = (plan: ImportPlan) => ({
  create: plan.create.map(({ line }) => line),
  update: plan.update.map((each) => `${each.row.line} ${each.id} ${each.changes.join(' ')}`),
  unchanged: plan.unchanged.map((each) => `${each.row.line} ${each.id}`),
  ask: plan.ask.map(({ row: { line }, why }) => `${line} ${why}`),
})

/** What the store does with a plan. */
function applied(
  known: readonly KnownChild[],
  plan: ImportPlan,
  rows: readonly ImportRow[],
  choice: 'new' | 'leave' = 'leave',
): readonly KnownChild[] {
  const asked = choice === 'new' ? plan.ask.map((each) => each.row) : []
  const apart = new Map<string, Set<string>>()
  for (const {
    row: { line },
    candidates,
  } of plan.ask) {
    const key = lineKeys(rows).get(line)!
    for (const { id } of candidates) apart.set(id, (apart.get(id) ?? new Set()).add(key))
  }
  const updates = new Map(plan.update.map(({ id, row: each }) => [id, each]))
  const changed = known.map((each) => {
    const now = updates.get(each.id)
    const told = { apart: new Set([...(each.apart ?? []), ...(apart.get(each.id) ?? [])]) }
    if (!now)
      return {
        ...each,
        ...told,
        number: asked.some((one) => one.number !== null && one.number === each.number) ? null : each.number,
      }
    const { label: classLabel } = now.schoolClass
    const [numberNow, birthdayNow] = [now.number ?? each.number, now.birthday ?? each.birthday]
    return { ...each, name: now.name, classLabel, number: numberNow, birthday: birthdayNow, ...told }
  })
  const made = [...plan.create, ...asked].map((each) =>
    child(`new ${each.line}`, each.name, each.schoolClass.label, each.number, each.birthday),
  )
  return [...changed, ...made]
}

/** Two who bear one number, or one name in one class without two birthdays. */
const hasTwoAlike = (room: readonly KnownChild[]): boolean =>
  room.some((one, index) =>
    room
      .slice(index + 1)
      .some(
        (other) =>
          (one.number !== null && one.number === other.number) ||
          (one.name === other.name &&
            one.classLabel === other.classLabel &&
            (one.birthday === null || other.birthday === null || one.birthday === other.birthday)),
      ),
  )

const name = fc.constantFrom('林小雨', '王芳', '李明')
const label = fc.constantFrom('一(1)班', '二(1)班')
const maybe = (...values: string[]) => fc.constantFrom(null, null, ...values)
const details = fc.tuple(name, label, maybe('G1', 'G2', 'G3', 'G4', 'G5'), maybe('2018-01-01', '2018-02-02'))
// as parseList gives them: no number twice, and no two lines with the same number or birthday and all the rest
const rowsOf = fc
  .uniqueArray(details, { maxLength: 10, selector: ([, , number]) => number ?? Symbol('none') })
  .map((all) => {
    const distinct = all.filter(
      (each, index) => each[3] === null || all.findIndex((other) => other.join() === each.join()) === index,
    )
    return distinct.map((each, index) => row(index + 2, ...each))
  })
const knownOf = fc
  .uniqueArray(details, { maxLength: 8, selector: ([, , number]) => number ?? Symbol('none') })
  .map((all) => all.map((each, index) => child(`known ${index}`, ...each)))

describe('an import beside children who are there already', () => {
  it('makes new ones, leaves known ones, updates what is new, and follows a number to the next class', () => {
    const known = [
      child('a', '林小雨', '一(1)班', 'G1'),
      child('b', '王芳', '一(1)班'),
      child('c', '李明', '一(1)班', null, '2018-01-01'),
    ]
    const plan = planImport(known, [
      row(2, '林小雨', '二(1)班', 'G1', '2018-03-05'),
      row(3, '王芳', '一(1)班'),
      row(4, '李明', '二(1)班', null, '2018-01-01'),
      row(5, '陈安', '一(1)班'),
    ])
    expect(kinds(plan)).toEqual({
      create: [5],
      update: ['2 a class birthday', '4 c class'],
      unchanged: [],
      // her name stands in her class; but nothing shows that it is this year's class
      ask: ['3 one-witness'],
    })
  })

  it('follows a whole class to the next grade by names alone, and never one name', () => {
    const names = ['林小雨', '王芳', '李明', '陈安']
    const known = names.map((each, index) => child(`known ${index}`, each, '一(1)班'))
    const list = [...names, '赵乐'].map((each, index) => row(index + 2, each, '二(1)班'))
    expect(kinds(planImport(known, list))).toEqual({
      create: [6],
      update: ['2 known 0 class', '3 known 1 class', '4 known 2 class', '5 known 3 class'],
      unchanged: [],
      ask: [],
    })
    // A list of the class above, imported in the same year, with two namesakes in it.
    const above = ['林小雨', '王芳', '周全', '吴越', '郑好'].map((each, index) =>
      row(index + 2, each, '二(1)班'),
    )
    expect(kinds(planImport(known, above))).toEqual({
      create: [4, 5, 6],
      update: [],
      unchanged: [],
      ask: ['2 one-witness', '3 one-witness'],
    })
    // Not to another class of the next grade, nor two grades up.
    expect(
      kinds(
        planImport(
          known,
          names.map((each, index) => row(index + 2, each, '二(2)班')),
        ),
      ).create,
    ).toHaveLength(4)
    expect(
      kinds(
        planImport(
          known,
          names.map((each, index) => row(index + 2, each, '三(1)班')),
        ),
      ).create,
    ).toHaveLength(4)
  })

  it('takes two of one name for two when a number or a birthday tells them apart', () => {
    const rows = [
      row(2, '王芳', '二(1)班', 'G1'),
      row(3, '王芳', '二(1)班', 'G2'),
      row(4, '李明', '二(1)班', null, '2018-01-01'),
      row(5, '李明', '二(1)班', null, '2018-02-02'),
    ]
    expect(kinds(planImport([], rows)).create).toEqual([2, 3, 4, 5])
  })

  it('asks when nothing tells them apart', () => {
    expect(kinds(planImport([], [row(2, '王芳', '二(1)班'), row(3, '王芳', '二(1)班')]))).toMatchObject({
      create: [2],
      ask: ['3 line-twice'],
    })
    const twins = [child('a', '王芳', '二(1)班', 'G1'), child('b', '王芳', '二(1)班', 'G2')]
    expect(kinds(planImport(twins, [row(2, '王芳', '二(1)班', null, '2018-01-01')])).ask).toEqual([
      '2 several',
    ])
  })

  it('does not empty what is known', () => {
    const known = [child('a', '林小雨', '一(1)班', 'G1', '2018-03-05')]
    expect(kinds(planImport(known, [row(2, '林小雨', '一(1)班')])).unchanged).toEqual(['2 a'])
  })

  it('puts each line into one place and each child into one line', () => {
    fc.assert(
      fc.property(knownOf, rowsOf, (known, rows) => {
        const plan = planImport(known, rows)
        const lines = [
          ...plan.create,
          ...plan.ask.map((each) => each.row),
          ...plan.update.map((each) => each.row),
          ...plan.unchanged.map((each) => each.row),
        ]
        expect(lines.map(({ line }) => line).toSorted((one, other) => one - other)).toEqual(
          rows.map(({ line }) => line),
        )
        const ids = [...plan.update, ...plan.unchanged].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing when the same list comes again, and asks nothing where nothing was asked', () => {
    fc.assert(
      fc.property(knownOf, rowsOf, (known, rows) => {
        const plan = planImport(known, rows)
        const room = applied(known, plan, rows)
        const again = kinds(planImport(room, rows, lineKeys(rows)))
        // left open the first time, a line may show itself to be a new child the second time, never a known one
        const open = plan.ask.map((each) => each.row.line)
        expect([again.create.filter((line) => !open.includes(line)), again.update]).toEqual([[], []])
        // the import may have made two children alike (a number given out anew, a class moved on): then it may well ask
        if (plan.ask.length === 0 && !hasTwoAlike(room)) expect(again.ask).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })

  it('knows each new child again after the safe choice, and touches nobody else', () => {
    fc.assert(
      fc.property(knownOf, rowsOf, (known, rows) => {
        const plan = planImport(known, rows)
        const again = planImport(applied(known, plan, rows, 'new'), rows, lineKeys(rows))
        expect(kinds(again)).toMatchObject({ create: [], update: [] })
      }),
      { numRuns: 5000 },
    )
  })

  it('matches 5,000 lines with 5,000 children by lookup', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(index + 2, `学生${index}`, '二(1)班'))
    expect(planImport(applied([], planImport([], rows), rows), rows).unchanged.length).toBe(5000)
  })
})
