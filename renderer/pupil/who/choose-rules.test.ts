import { describe, expect, it } from 'vitest'
import type { FaceTile } from '#contract/children.ts'
import type { ClassRow } from '#contract/people.ts'
import { columnOf, columnRoom, facesOf, lettersOf } from './choose-rules.ts'

const room = (id: string, grade: number, children = 20): ClassRow => ({
  id,
  label: `${grade}(${id})班`,
  grade,
  children,
})
const face = (id: string, letter: string, classId: string, grade = 1): FaceTile => ({
  id,
  name: id,
  pinyin: '',
  letter,
  classId,
  grade,
  face: { animal: 'fox', tone: 'sun' },
  elsewhere: false,
  message: false,
})

describe('the column of who are you', () => {
  const school = [room('a', 2), room('b', 1), room('c', 2), room('d', 0), room('e', 3, 0)]

  it('shows all and the grades that have children, those without a grade last', () => {
    expect(columnOf(school, { kind: 'all' })).toEqual([
      { kind: 'all' },
      { kind: 'grade', grade: 1 },
      { kind: 'grade', grade: 2 },
      { kind: 'grade', grade: 0 },
    ])
  })

  it('opens a grade of several classes, and leaves a grade of one class alone', () => {
    expect(columnOf(school, { kind: 'grade', grade: 2 }).map((item) => item.kind)).toEqual([
      'all',
      'grade',
      'class',
      'class',
    ])
    expect(columnOf(school, { kind: 'grade', grade: 1 })).toEqual(columnOf(school, { kind: 'all' }))
  })

  it('never shows more than fit, and reaches every class by turning over', () => {
    const big = Array.from({ length: 14 }, (_, index) => room(`c${index}`, 4))
    const seen = new Set<string>()
    for (let turn = 0; turn < 6; turn++) {
      const items = columnOf(big, { kind: 'grade', grade: 4 }, turn)
      expect(items.length).toBeLessThanOrEqual(columnRoom)
      for (const item of items) if (item.kind === 'class') seen.add(item.classId)
    }
    expect(seen.size).toBe(14)
  })
})

describe('the faces that are left', () => {
  const faces = [
    face('1', 'Z', 'a', 2),
    face('2', '#', 'a', 2),
    face('3', 'C', 'b', 1),
    face('4', 'C', 'c', 2),
  ]
  const grades = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 2],
  ])

  it('are narrowed by grade, class and letters', () => {
    expect(facesOf(faces, { kind: 'grade', grade: 2 }, [], grades).map(({ id }) => id)).toEqual([
      '1',
      '2',
      '4',
    ])
    expect(
      facesOf(faces, { kind: 'class', grade: 2, classId: 'a' }, ['Z'], grades).map(({ id }) => id),
    ).toEqual(['1'])
    expect(facesOf(faces, { kind: 'all' }, ['C', 'Z'], grades).map(({ id }) => id)).toEqual(['1', '3', '4'])
  })

  it('count their letters, the unknown one last', () => {
    expect(lettersOf(faces)).toEqual([
      { letter: 'C', children: 2 },
      { letter: 'Z', children: 1 },
      { letter: '#', children: 1 },
    ])
  })
})
