import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SumAnswered, SumQuestion, SumsRound } from '#contract/sums.ts'
import { refuse } from '#contract/refusal.ts'
import { testGround } from '../../db/test-ground.ts'
import { err, type Result } from '../../kernel/result.ts'
import { createUsageService } from '../../usage/service.ts'
import { questionFromId } from './question-rules.ts'
import { createSumsService } from './service.ts'

const pupil = { childId: 'a', sessionId: 's' }
const day = 86_400_000

function sumsAt(ground = testGround()) {
  return { ground, sums: createSumsService(ground, { usage: createUsageService(ground), gradeOf: () => 2 }) }
}

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const solved = ({ id }: SumQuestion): string => questionFromId('any', id)!.answer
const wrong = (question: SumQuestion): string => String(Number(solved(question)) + 1)
const asked = (round: SumsRound): SumQuestion => round.questions[round.now]!

/** Answers until the round is done; `how` says what to type. */
function play({ sums }: ReturnType<typeof sumsAt>, how: (question: SumQuestion) => string): SumAnswered {
  let round = value(sums.round('a'))
  for (;;) {
    const turn = { round: round.id, question: round.now }
    const answered = value(sums.answer(pupil, { ...turn, typed: how(asked(round)) }))
    round = answered.round
    if (round.now === round.questions.length) return answered
  }
}

describe('a round of sums', () => {
  it('is ten sums without their answers, and grows a joint of bamboo', () => {
    const at = sumsAt()
    const round = value(at.sums.round('a'))
    expect(round.questions).toHaveLength(10)
    expect(JSON.stringify(round)).not.toContain('answer')
    expect(value(at.sums.shelf('a'))).toMatchObject({ joints: 0, inRound: true, oldFriends: 0 })
    const last = play(at, solved)
    expect(last).toMatchObject({ right: true, grew: true, shown: null })
    expect(last.round.results).toEqual(Array.from({ length: 10 }, () => 'right'))
    expect(value(at.sums.shelf('a'))).toMatchObject({ joints: 1, inRound: false })
    expect(at.ground.db.all('SELECT sums FROM usage_day')).toEqual([{ sums: 10 }])
    for (let rounds = 0; rounds < 5; rounds += 1) play(at, solved)
    expect(value(at.sums.shelf('a')).joints).toBe(1)
  })

  it('helps after the first wrong try and shows the answer kindly after the second', () => {
    const { ground, sums } = sumsAt()
    const round = value(sums.round('a'))
    const first = asked(round)
    const turn = { round: round.id, question: 0 }
    const once = value(sums.answer(pupil, { ...turn, typed: wrong(first) }))
    expect(once).toMatchObject({ right: false, counted: true, shown: null, grew: false })
    expect(once.hint).not.toBeNull()
    expect(once.round).toMatchObject({ now: 0, hint: once.hint, results: [] })
    const twice = value(sums.answer(pupil, { ...turn, typed: wrong(first) }))
    expect(twice).toMatchObject({ right: false, shown: solved(first), round: { now: 1, results: ['later'] } })
    expect(value(sums.mistakesOf('a'))).toMatchObject([
      { typed: wrong(first), answer: solved(first), timesRight: 0, terms: first.terms },
    ])
    expect(ground.db.all('SELECT tries, helped, right FROM sums_answer ORDER BY rowid')).toEqual([
      { tries: 1, helped: 0, right: 0 },
      { tries: 2, helped: 1, right: 0 },
    ])
    const next = { round: round.id, question: 1 }
    value(sums.answer(pupil, { ...next, typed: wrong(asked(twice.round)) }))
    const helped = value(sums.answer(pupil, { ...next, typed: solved(asked(twice.round)) }))
    expect(helped.round.results).toEqual(['later', 'helped'])
    expect(value(sums.mistakesOf('a'))).toHaveLength(1)
  })

  it('never puts the answer into a hint', () => {
    const at = sumsAt()
    for (let rounds = 0; rounds < 40; rounds += 1) {
      const round = value(at.sums.round('a'))
      const hint = value(at.sums.help('a', { round: round.id, question: 0 }))
      if (hint.kind === 'lines') expect(hint.lines.at(-1)?.result).toBeNull()
      if (hint.kind === 'array') expect(hint.counts).toHaveLength(hint.rows - 1)
      play(at, solved)
    }
  })

  it('takes nothing amiss: an empty pad, help, another sum', () => {
    const { ground, sums } = sumsAt()
    const round = value(sums.round('a'))
    const turn = { round: round.id, question: 0 }
    expect(value(sums.answer(pupil, { ...turn, typed: '' }))).toMatchObject({ counted: false, round })
    value(sums.help('a', turn))
    const other = value(sums.swap('a', turn))
    expect(asked(other).id).not.toBe(asked(round).id)
    expect(other).toMatchObject({ now: 0, hint: null, results: [] })
    expect(ground.db.all('SELECT * FROM sums_answer')).toEqual([])
    expect(value(sums.mistakesOf('a'))).toEqual([])
  })

  it('refuses a turn that is over: a double tap counts once', () => {
    const { sums } = sumsAt()
    const round = value(sums.round('a'))
    const turn = { round: round.id, question: 0, typed: solved(asked(round)) }
    value(sums.answer(pupil, turn))
    expect(sums.answer(pupil, turn)).toEqual(err(refuse('not-found')))
    expect(sums.help('b', turn)).toEqual(err(refuse('not-found')))
  })

  it('comes back to the same question and the same help after a crash', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sums-'))
    const path = join(folder, 'house.db')
    const before = sumsAt(testGround({ path }))
    const round = value(before.sums.round('a'))
    value(before.sums.answer(pupil, { round: round.id, question: 0, typed: solved(asked(round)) }))
    const left = value(
      before.sums.answer(pupil, { round: round.id, question: 1, typed: wrong(round.questions[1]!) }),
    )
    const after = sumsAt(testGround({ path, seed: 99 }))
    expect(value(after.sums.round('a'))).toEqual(left.round)
    after.ground.db.close()
    before.ground.db.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the book of mistakes', () => {
  it('brings a sum back another day, until it was right three times', () => {
    const at = sumsAt()
    let missed: string | undefined
    play(at, (question) => {
      missed ??= question.id
      return question.id === missed ? wrong(question) : solved(question)
    })
    expect(value(at.sums.shelf('a')).oldFriends).toBe(0)
    const came: number[] = []
    for (let days = 1; days <= 120 && value(at.sums.mistakesOf('a')).length > 0; days += 1) {
      at.ground.clock.pass(day)
      if (value(at.sums.shelf('a')).oldFriends === 0) continue
      play(at, (question) => {
        if (question.fromBook) came.push(days)
        if (question.fromBook) expect(question.id).toBe(missed)
        return solved(question)
      })
    }
    expect(came).toHaveLength(3)
    expect(came[1]! - came[0]!).toBeGreaterThan(1)
    expect(value(at.sums.mistakesOf('a'))).toEqual([])
    expect(at.ground.db.all('SELECT left_at IS NULL AS inside FROM sums_mistake')).toEqual([{ inside: 0 }])
  })

  it('holds a sum once, and takes at most three into a round', () => {
    const at = sumsAt()
    play(at, wrong)
    at.ground.clock.pass(3 * day)
    const ids = value(at.sums.mistakesOf('a')).map(({ id }) => id)
    expect(new Set(ids).size).toBe(10)
    expect(value(at.sums.shelf('a')).oldFriends).toBe(10)
    const round = value(at.sums.round('a'))
    expect(round.questions.filter(({ fromBook }) => fromBook)).toHaveLength(3)
  })
})

describe('levels', () => {
  it('go up with what is right and down with what is not, without a word about it', () => {
    const at = sumsAt()
    const level = () => at.ground.db.get<{ level: string }>('SELECT level FROM sums_progress')!.level
    play(at, solved)
    const up = level()
    expect(up).not.toBe(value(sumsAt().sums.shelf('a')).level.replace('sums.level.', ''))
    for (let rounds = 0; rounds < 4; rounds += 1) play(at, solved)
    expect(level()).not.toBe(up)
    const high = level()
    for (let rounds = 0; rounds < 2; rounds += 1) play(at, wrong)
    expect(level()).not.toBe(high)
  })
})
