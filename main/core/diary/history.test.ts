import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { At, DiarySheet, Step } from '#contract/diary.ts'
import { testGround } from '../db/test-ground.ts'
import { newId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createUsageService } from '../usage/service.ts'
import { noPageMedia } from './media.ts'
import { createDiaryService } from './service.ts'
import { sheetsOf, withStep } from './sheets-rules.ts'

function diaryAt(ground = testGround()) {
  return createDiaryService(ground, {
    usage: createUsageService(ground),
    keys: keysAt(ground).keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => `/media/${hash}`,
    pageMedia: noPageMedia,
  })
}

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

const number = fc.nat({ max: 2 })
const at: fc.Arbitrary<At> = fc.record({
  x: fc.nat({ max: 1760 }),
  y: fc.nat({ max: 1000 }),
  size: fc.integer({ min: 60, max: 900 }),
  turn: fc.nat({ max: 359 }),
})
/** Things are named 0 to 3 until they are put down: then by an id of their own. */
const made = fc.oneof(
  fc.record({ do: fc.constant('stroke' as const), sheet: fc.option(number, { nil: undefined }) }),
  fc.record({ do: fc.constant('text' as const), sheet: fc.option(number, { nil: undefined }) }),
  fc.record({ do: fc.constant('item' as const), sheet: number, at }),
  fc.record({
    do: fc.constant('move' as const),
    which: fc.nat({ max: 3 }),
    to: fc.oneof(at, fc.constant('gone' as const)),
  }),
  fc.record({
    do: fc.constant('sheet' as const),
    sheet: number,
    paper: fc.constantFrom('words' as const, 'comic' as const),
  }),
  fc.record({
    do: fc.constantFrom(
      'grow' as const,
      'undo' as const,
      'redo' as const,
      'settle' as const,
      'restart' as const,
    ),
  }),
)
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never

function stepFor(what: Made, index: number, items: readonly string[]): Step | undefined {
  const id = newId()
  switch (what.do) {
    case 'stroke':
      return {
        id,
        kind: 'stroke',
        tool: 'pen',
        colour: 1,
        size: 9,
        points: [index, 0, 1],
        ...(what.sheet !== undefined && { sheet: what.sheet }),
      }
    case 'text':
      return { id, kind: 'text', text: `t${index}`, ...(what.sheet !== undefined && { sheet: what.sheet }) }
    case 'item':
      return {
        id,
        kind: 'item',
        sheet: what.sheet,
        item: newId(),
        thing: { kind: 'sticker', name: `s${index}` },
        at: what.at,
      }
    case 'sheet':
      return { id, kind: 'sheet', sheet: what.sheet, paper: what.paper }
    case 'move':
      return { id, kind: 'move', item: items[what.which] ?? newId(), to: what.to }
    default:
      return undefined
  }
}

function grown(step: Step): Step {
  switch (step.kind) {
    case 'stroke':
      return { ...step, points: [...step.points, 9, 9, 1] }
    case 'text':
      return { ...step, text: `${step.text}.` }
    case 'move':
      return { ...step, to: step.to === 'gone' ? 'gone' : { ...step.to, x: (step.to.x + 7) % 1760 } }
    default:
      return step
  }
}

/** What lies where, asked of the whole list anew for each thing: slow, and plain to see. */
function model(steps: readonly Step[]): DiarySheet[] {
  const of = (sheet: number) => steps.filter((step) => step.kind !== 'move' && (step.sheet ?? 0) === sheet)
  const count = 1 + Math.max(0, ...steps.map((step) => (step.kind === 'move' ? 0 : (step.sheet ?? 0))))
  return Array.from({ length: count }, (_, index) => {
    const papers = of(index).filter((step) => step.kind === 'sheet')
    const texts = of(index).filter((step) => step.kind === 'text')
    const marks = of(index).flatMap((step): { order: number; mark: DiarySheet['marks'][number] }[] => {
      if (step.kind === 'stroke') return [{ order: steps.indexOf(step), mark: step }]
      if (step.kind !== 'item') return []
      const put = steps.indexOf(step)
      const moves = steps.filter(
        (each, order) => order > put && each.kind === 'move' && each.item === step.item,
      )
      if (moves.some((each) => each.kind === 'move' && each.to === 'gone')) return []
      const last = moves.at(-1)
      const lies = last?.kind === 'move' && last.to !== 'gone' ? last.to : step.at
      const mark = { kind: 'item' as const, id: step.item, thing: step.thing, at: lies }
      return [{ order: last ? steps.indexOf(last) : put, mark }]
    })
    return {
      paper: papers.at(-1)?.paper ?? 'both',
      text: texts.at(-1)?.text ?? '',
      marks: marks.toSorted((a, b) => a.order - b.order).map(({ mark }) => mark),
    }
  })
}

it('a page undoes and redoes without end, as a list of steps would, through crashes and reopening', () => {
  // One house for all of them, and a child for each: a house takes longer to open than a history to be tried.
  const ground = testGround()
  fc.assert(
    fc.property(fc.array(made, { maxLength: 40, size: 'max' }), (history) => {
      const me = { childId: newId(), sessionId: 's' }
      let diary = diaryAt(ground)
      const page = value(diary.begin(me.childId)).id
      let [done, undone]: [Step[], Step[]] = [[], []]
      const items: string[] = []
      // What the window shows without asking: step by step upon what it has.
      let shown = value(diary.open(me.childId, page)).sheets
      for (const [index, what] of history.entries()) {
        const last = done.at(-1)
        if (what.do === 'restart') diary = diaryAt(ground)
        else if (what.do === 'settle') diary.settle()
        else if (what.do === 'undo') {
          shown = value(diary.undo(me.childId, page)).sheets
          if (last) [done, undone] = [done.slice(0, -1), [last, ...undone]]
        } else if (what.do === 'redo') {
          shown = value(diary.redo(me.childId, page)).sheets
          const [first, ...rest] = undone
          if (first) [done, undone] = [[...done, first], rest]
        } else {
          const step = what.do === 'grow' ? last && grown(last) : stepFor(what, index, items)
          if (!step) continue
          if (step.kind === 'item' && what.do === 'item') items.push(step.item)
          value(diary.put(me, page, step))
          shown = withStep(shown, step)
          if (what.do === 'grow') done = [...done.slice(0, -1), step]
          else [done, undone] = [[...done, step], []]
        }
      }
      const seen = value(diary.open(me.childId, page))
      expect(seen.sheets).toEqual(model(done))
      expect(shown).toEqual(seen.sheets)
      expect(sheetsOf(done)).toEqual(seen.sheets)
      const words = seen.sheets.map(({ text }) => text).find((text) => text !== '') ?? ''
      expect(value(diary.pages(me.childId, { limit: 1 })).pages[0]?.opening).toBe(words)
      expect([seen.mayUndo, seen.mayRedo]).toEqual([done.length > 0, undone.length > 0])
    }),
    { numRuns: 60 },
  )
  ground.db.close()
})
