import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classFrom } from './class-rules.ts'
import { planImport } from './import-plan-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import type { ImportRow } from './import-rules.ts'

/**
 * Schools made up as they are: who somebody is, is known here and nowhere in the lists. A plan that brings two people together
 * without a question is wrong, whatever its rules say.
 */
interface Person {
  readonly who: number
  readonly name: string
  readonly birthday: string
  /** Of last year; a newcomer has none. */
  readonly grade: number | null
  readonly left: boolean
}

type Numbers = 'kept' | 'by-place' | 'passed-on' | 'places' | 'shuffled' | 'none'

const names = ['林小雨', '王芳', '李明', '陈安', '黄明', '李思远']
const days = ['2018-03-05', '2018-04-06', '2019-05-09']

const people = (surely: 'by-name-and-day' | 'by-name') =>
  fc
    .uniqueArray(
      fc.record({
        name: fc.constantFrom(...names),
        birthday: fc.constantFrom(...days),
        grade: fc.constantFrom(null, 1, 2, 3),
        left: fc.boolean(),
      }),
      {
        maxLength: 12,
        selector: ({ name, birthday }) => (surely === 'by-name' ? name : `${name} ${birthday}`),
      },
    )
    .map((all) => all.map((each, who): Person => ({ ...each, who })))

const label = (grade: number) => `${grade}(1)班`
const classOf = (grade: number) => classFrom(label(grade))!

function numberOf(
  scheme: Numbers,
  { who, grade }: { who: number; grade: number },
  place: number,
  year: number,
): string | null {
  if (scheme === 'kept') return `2023${100 + who}`
  if (scheme === 'by-place') return `${grade}1${String(place).padStart(2, '0')}`
  if (scheme === 'passed-on') return `${2100 + place}`
  if (scheme === 'places') return place === 1 ? '转学' : String(place)
  if (scheme === 'shuffled') return `${2000 + ((who * 7 + year * 5) % 9)}`
  return null
}

/** Last year's room, and this year's list of a part of the school. */
function school(all: readonly Person[], scheme: Numbers, dated: boolean) {
  const known: (KnownChild & { readonly who: number })[] = []
  const rows: (ImportRow & { readonly who: number })[] = []
  const places = new Map<string, number>()
  const place = (key: string) => {
    places.set(key, (places.get(key) ?? 0) + 1)
    return places.get(key)!
  }
  for (const person of all) {
    const birthday = dated ? person.birthday : null
    const { who, name } = person
    if (person.grade !== null) {
      const { grade } = person
      const classLabel = classOf(grade).label
      const number = numberOf(scheme, { who, grade }, place(`then ${classLabel}`), 0)
      known.push({ id: String(who), who, name, classLabel, number, birthday })
    }
    if (person.left) continue
    const grade = (person.grade ?? 0) + 1
    const schoolClass = classOf(grade)
    const number = numberOf(scheme, { who, grade }, place(`now ${schoolClass.label}`), 1)
    rows.push({ line: rows.length + 2, who, name, schoolClass, number, birthday })
  }
  return { known, rows }
}

const schemes = fc.constantFrom<Numbers>('kept', 'by-place', 'passed-on', 'places', 'shuffled', 'none')

/** Pairs that the plan makes one although they are two people. */
function mistaken({ known, rows }: ReturnType<typeof school>, parts: readonly ImportRow[]) {
  const plan = planImport(known, parts)
  const who = new Map(rows.map((row) => [row.line, row.who]))
  return [...plan.update, ...plan.unchanged].filter(({ row, id }) => String(who.get(row.line)) !== id)
}

describe('a second year’s list over the first', () => {
  it('never makes two children one where names and birthdays tell them apart, whatever the numbers do', () => {
    fc.assert(
      fc.property(people('by-name-and-day'), schemes, fc.nat(4), (all, scheme, missing) => {
        const world = school(all, scheme, true)
        const parts = world.rows.filter(({ line }) => missing === 0 || line % 5 !== missing)
        expect(mistaken(world, parts)).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })

  it('nor where only names do', () => {
    fc.assert(
      fc.property(people('by-name'), schemes, (all, scheme) => {
        const world = school(all, scheme, false)
        expect(mistaken(world, world.rows)).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })

  it('knows those again who are the same in name, birthday and class, though numbers pass on', () => {
    const all = names.map((name, who): Person => ({
      who,
      name,
      birthday: days[who % 3]!,
      grade: 1 + (who % 3),
      left: false,
    }))
    for (const scheme of ['kept', 'by-place', 'places', 'none'] as const) {
      const { known, rows } = school(all, scheme, true)
      expect(planImport(known, rows).ask, scheme).toEqual([])
    }
  })
})
