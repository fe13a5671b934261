import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Answered, Round } from '#contract/learning.ts'
import { refuse } from '#contract/refusal.ts'
import { testGround } from '../db/test-ground.ts'
import { err, type Result } from '../kernel/result.ts'
import { addSession, closeSession } from '../sessions/store.ts'
import { createUsageService } from '../usage/service.ts'
import { sums } from './arithmetic/activity-rules.ts'
import { balance } from './balance/activity-rules.ts'
import { characters } from './characters/activity-rules.ts'
import { createLearningService } from './service.ts'

/** As main hands it on, with more than is asked for. */
const pupil = { window: 'pupil', childId: 'a', sessionId: 's' } as const
const day = 86_400_000

function learningAt(ground = testGround(), grade: number | null = 2) {
  const usage = createUsageService(ground)
  return {
    ground,
    learning: createLearningService(ground, { usage, gradeOf: () => grade, gameMinutes: () => 20 }),
  }
}

type At = ReturnType<typeof learningAt>

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const asked = (round: Round) => sums.readExercise(round.exercise)!
const solved = (round: Round): string => String(sums.solve(asked(round)))
const wrong = (round: Round): string => String(Number(solved(round)) + 1)
const turnOf = ({ id, now }: Round) => ({ round: id, now })
const card = ({ learning }: At) =>
  value(learning.shelf('a')).cards.find(({ activity }) => activity === 'sums')!

/** Answers until the round is done; `how` says what to type. */
function play({ learning }: At, how: (round: Round) => string): Answered {
  let round = value(learning.round('a', 'sums'))
  for (;;) {
    const answered = value(learning.answer(pupil, { ...turnOf(round), answer: how(round) }))
    round = answered.round
    if (round.now === round.length) return answered
  }
}

describe('a round', () => {
  it('asks one exercise after the other without its answer, none twice, and grows a joint of bamboo', () => {
    const at = learningAt()
    let round = value(at.learning.round('a', 'sums'))
    expect(round).toMatchObject({ now: 0, length: 10, results: [], hint: null, progress: null })
    expect(card(at)).toMatchObject({ joints: 0, inRound: true, due: 0, tried: false })
    const keys = new Set<string>()
    const last = play(at, (now) => {
      round = now
      keys.add(asked(now).key)
      expect(JSON.stringify(now)).not.toContain('answer')
      return solved(now)
    })
    expect(keys.size).toBe(10)
    expect(last).toMatchObject({ check: 'right', grew: true, shown: null })
    expect(last.round.results).toEqual(Array.from({ length: 10 }, () => 'right'))
    expect(last.round.exercise).toBeNull()
    expect(card(at)).toMatchObject({ joints: 1, inRound: false, tried: true })
    expect(at.ground.db.all('SELECT sums FROM usage_day')).toEqual([{ sums: 10 }])
    for (let rounds = 0; rounds < 5; rounds += 1) play(at, solved)
    expect(card(at).joints).toBe(1)
    expect(value(at.learning.shelf('a')).grove).toEqual({ maths: 6 })
  })

  it('helps after the first wrong try and shows the answer kindly after the second', () => {
    const { ground, learning } = learningAt()
    const round = value(learning.round('a', 'sums'))
    const first = turnOf(round)
    const once = value(learning.answer(pupil, { ...first, answer: wrong(round) }))
    expect(once).toMatchObject({ check: 'wrong', shown: null, grew: false })
    expect(once.hint).not.toBeNull()
    expect(once.round).toMatchObject({ now: 0, hint: once.hint, results: [] })
    const twice = value(learning.answer(pupil, { ...first, answer: wrong(round) }))
    expect(twice).toMatchObject({
      check: 'wrong',
      shown: solved(round),
      round: { now: 1, results: ['later'] },
    })
    expect(value(learning.mistakesOf('a'))).toMatchObject([
      { activity: 'sums', answered: wrong(round), timesRight: 0 },
    ])
    expect(
      ground.db.all('SELECT activity, item, tries, helped, right FROM learning_answer ORDER BY rowid'),
    ).toEqual([
      { activity: 'sums', item: asked(round).key, tries: 1, helped: 0, right: 0 },
      { activity: 'sums', item: asked(round).key, tries: 2, helped: 1, right: 0 },
    ])
    value(learning.answer(pupil, { ...turnOf(twice.round), answer: wrong(twice.round) }))
    const helped = value(learning.answer(pupil, { ...turnOf(twice.round), answer: solved(twice.round) }))
    expect(helped.round.results).toEqual(['later', 'helped'])
    expect(value(learning.mistakesOf('a'))).toHaveLength(1)
    expect(value(learning.mistakesOf('a', 'sums'))).toHaveLength(1)
    expect(value(learning.mistakesOf('a', 'clocks'))).toEqual([])
  })

  it('shows the answer to who gives up, and goes on', () => {
    const at = learningAt()
    const round = value(at.learning.round('a', 'sums'))
    const told = value(at.learning.giveUp(pupil, turnOf(round)))
    expect(told).toMatchObject({ shown: solved(round), grew: false, round: { now: 1, results: ['later'] } })
    expect(value(at.learning.mistakesOf('a'))).toMatchObject([{ answered: null }])
    expect(at.ground.db.all('SELECT * FROM learning_answer')).toEqual([])
  })

  it('takes nothing amiss: an empty pad, help, another exercise', () => {
    const { ground, learning } = learningAt()
    const round = value(learning.round('a', 'sums'))
    const turn = turnOf(round)
    for (const answer of ['', null, {}, [], 'x'])
      expect(value(learning.answer(pupil, { ...turn, answer }))).toMatchObject({ check: 'nothing', round })
    value(learning.hint('a', turn))
    const other = value(learning.swap('a', turn))
    expect(asked(other).key).not.toBe(asked(round).key)
    expect(other).toMatchObject({ now: 0, hint: null, results: [] })
    expect(ground.db.all('SELECT * FROM learning_answer')).toEqual([])
    expect(value(learning.mistakesOf('a'))).toEqual([])
  })

  it('refuses a turn that is over, and what is on no shelf: a double tap counts once', () => {
    const { learning } = learningAt()
    const round = value(learning.round('a', 'sums'))
    const turn = { ...turnOf(round), answer: solved(round) }
    value(learning.answer(pupil, turn))
    const gone = err(refuse('not-found'))
    expect(learning.answer(pupil, turn)).toEqual(gone)
    expect(learning.giveUp(pupil, turnOf(round))).toEqual(gone)
    expect(learning.hint('b', turn)).toEqual(gone)
    expect(learning.round('a', 'nothing')).toEqual(gone)
    expect(learning.sheet('sums', 'nothing', 3)).toEqual(gone)
  })

  it('comes back to the same exercise, help and half-done work after a crash', () => {
    const folder = mkdtempSync(join(tmpdir(), 'learning-'))
    const path = join(folder, 'house.db')
    const before = learningAt(testGround({ path }))
    const round = value(before.learning.round('a', 'sums'))
    const second = value(before.learning.answer(pupil, { ...turnOf(round), answer: solved(round) })).round
    value(before.learning.keep('a', { ...turnOf(second), progress: { typed: '1' } }))
    const left = value(before.learning.answer(pupil, { ...turnOf(second), answer: wrong(second) }))
    expect(left.round.progress).toEqual({ typed: '1' })
    const after = learningAt(testGround({ path, seed: 99 }))
    expect(value(after.learning.round('a', 'sums'))).toEqual(left.round)
    after.ground.db.close()
    before.ground.db.close()
    rmSync(folder, { recursive: true })
  })

  it('keeps 64 kB of half-done work, and no more', () => {
    const { learning } = learningAt()
    const round = value(learning.round('a', 'sums'))
    expect(learning.keep('a', { ...turnOf(round), progress: 'x'.repeat(70_000) })).toEqual(
      err(refuse('bad-input')),
    )
    expect(value(learning.round('a', 'sums')).progress).toBeNull()
  })

  it('is a new one where the kept one cannot be read any more', () => {
    const at = learningAt()
    value(at.learning.round('a', 'sums'))
    for (const state of ['{', '{}', 'null', '{"id":"x","length":10,"now":0}']) {
      at.ground.db.run('UPDATE learning_round SET state = ?', [state])
      expect(value(at.learning.round('a', 'sums'))).toMatchObject({ now: 0, length: 10 })
    }
  })
})

describe('the book of mistakes', () => {
  it('brings an item back another day, until it was right three times', () => {
    const at = learningAt()
    let missed: string | undefined
    play(at, (round) => {
      missed ??= asked(round).key
      return asked(round).key === missed ? wrong(round) : solved(round)
    })
    expect(card(at).due).toBe(0)
    const came: number[] = []
    for (let days = 1; days <= 120 && value(at.learning.mistakesOf('a')).length > 0; days += 1) {
      at.ground.clock.pass(day)
      if (card(at).due === 0) continue
      play(at, (round) => {
        if (round.fromBook) came.push(days)
        if (round.fromBook) expect(asked(round).key).toBe(missed)
        return solved(round)
      })
    }
    expect(came).toHaveLength(3)
    expect(came[1]! - came[0]!).toBeGreaterThan(1)
    expect(value(at.learning.mistakesOf('a'))).toEqual([])
    expect(at.ground.db.all('SELECT left_at IS NULL AS inside FROM learning_mistake')).toEqual([
      { inside: 0 },
    ])
  })

  it('holds an item once, and brings three in a round, five new ones a day: never first, never two running', () => {
    const at = learningAt()
    play(at, wrong)
    at.ground.clock.pass(3 * day)
    const ids = value(at.learning.mistakesOf('a')).map(({ id }) => id)
    expect(new Set(ids).size).toBe(10)
    expect(card(at).due).toBe(5)
    const places: number[] = []
    play(at, (round) => {
      if (round.fromBook) places.push(round.now)
      return solved(round)
    })
    expect(places).toEqual([2, 5, 8])
    expect(card(at).due).toBe(2)
    play(at, solved)
    expect(card(at).due).toBe(0)
    at.ground.clock.pass(day)
    expect(card(at).due).toBe(5)
  })
})

describe('characters that come back', () => {
  it('are eight a day at most, over all rounds, and the shelf says so', () => {
    const at = learningAt()
    const due = () =>
      value(at.learning.shelf('a')).cards.find(({ activity }) => activity === 'characters')!.due
    /** A round in which every stroke is shown; answers how many came out of the book. */
    const written = (): number => {
      let came = 0
      let round = value(at.learning.round('a', 'characters'))
      for (;;) {
        if (round.fromBook) came += 1
        const { strokes } = characters.readExercise(round.exercise)!
        const misses = Array.from({ length: strokes }, () => 9)
        round = value(at.learning.answer(pupil, { ...turnOf(round), answer: { misses } })).round
        if (round.now === round.length) return came
      }
    }
    const days = Array.from({ length: 12 }, () => {
      at.ground.clock.pass(day)
      const said = due()
      const came = written() + written() + written()
      expect(said).toBe(came)
      expect(due()).toBe(0)
      return came
    })
    expect(Math.max(...days)).toBe(8)
  })
})

describe('levels', () => {
  it('go up with what is right and down with what is not, without a word about it', () => {
    const at = learningAt()
    const level = () => card(at).level
    const start = level()
    play(at, solved)
    const up = level()
    expect(up).not.toBe(start)
    for (let rounds = 0; rounds < 4; rounds += 1) play(at, solved)
    expect(level()).not.toBe(up)
    const high = level()
    for (let rounds = 0; rounds < 2; rounds += 1) play(at, wrong)
    expect(level()).not.toBe(high)
  })
})

describe('staff', () => {
  it('take an activity off the shelf of a grade, and put it back', () => {
    const at = learningAt()
    value(at.learning.setSwitch('sums', 2, false))
    expect(value(at.learning.shelf('a')).cards.map(({ activity }) => activity)).not.toContain('sums')
    expect(at.learning.round('a', 'sums')).toEqual(err(refuse('not-found')))
    const others = learningAt(at.ground, 3)
    expect(value(others.learning.round('b', 'sums')).now).toBe(0)
    const off = value(at.learning.switches()).flatMap(({ activity, offFor }) =>
      offFor.map((grade) => [activity, grade]),
    )
    expect(off).toEqual([['sums', 2]])
    value(at.learning.setSwitch('sums', 2, true))
    expect(value(at.learning.round('a', 'sums')).now).toBe(0)
    expect(at.learning.setSwitch('nothing', 2, false)).toEqual(err(refuse('not-found')))
  })

  it('get a fresh sheet of a level with its answers, nothing twice', () => {
    const { learning } = learningAt()
    const lines = value(learning.sheet('sums', 'add-within-20', 40))
    expect(lines.length).toBeGreaterThan(20)
    expect(new Set(lines.map(({ ask }) => JSON.stringify(ask))).size).toBe(lines.length)
  })
})

/** Two children of one class, one of another. */
function people(ground: At['ground']): void {
  const { shared } = ground.db
  shared.set('class', 'k2', { label: '二(1)班', grade: 2, number: 1 })
  shared.set('class', 'k3', { label: '三(1)班', grade: 3, number: 1 })
  for (const [id, classId] of [
    ['a', 'k2'],
    ['b', 'k2'],
    ['c', 'k3'],
  ] as const)
    shared.set('child', id, {
      class_id: classId,
      name: id,
      pinyin: id,
      letter: 'A',
      sort_key: id,
      given: id,
      animal: 'cat',
      tone: 'coral',
      created_at: 0,
    })
}

describe('the report', () => {
  it('says where children stand, how much was right, and what is hard, by class and child', () => {
    const at = learningAt()
    people(at.ground)
    const missed = value(at.learning.round('a', 'sums'))
    const key = asked(missed).key
    value(at.learning.answer(pupil, { ...turnOf(missed), answer: wrong(missed) }))
    value(at.learning.answer(pupil, { ...turnOf(missed), answer: wrong(missed) }))
    for (const childId of ['b', 'c']) {
      const round = value(at.learning.round(childId, 'sums'))
      value(at.learning.answer({ childId, sessionId: 't' }, { ...turnOf(round), answer: solved(round) }))
    }
    const usage = createUsageService(at.ground)
    const stay = { childId: 'a', sessionId: 's', kind: 'activity', activity: 'learn' } as const
    usage.append({ ...stay, lengthMs: 90_000, detail: 'sums' })
    usage.append({ ...stay, lengthMs: 60_000 })
    const all = value(at.learning.report({ days: 30 }))
    expect(all.rows).toMatchObject([
      {
        childName: 'a',
        classLabel: '二(1)班',
        activity: 'sums',
        minutes: 1.5,
        tries: 2,
        right: 0,
        inBook: 1,
      },
      { childName: 'b', tries: 1, right: 1, inBook: 0, minutes: 0 },
      { childName: 'c', classLabel: '三(1)班', tries: 1 },
    ])
    expect(all.rows[0]).toMatchObject({ levelGrade: 2, places: sums.levels.length })
    expect(all.hard).toMatchObject([{ activity: 'sums', item: key, children: 1, times: 1 }])
    expect(all.hard[0]!.ask.length).toBeGreaterThan(0)
    const hardest = { activity: 'sums', level: asked(missed).level, levelGrade: 2 }
    expect(all.hardLevels).toEqual([{ ...hardest, children: 3, stuck: 1, asked: 3, alone: 2 }])
    expect(value(at.learning.report({ days: 30, classId: 'k3' }))).toMatchObject({
      rows: [{ childName: 'c' }],
      hardLevels: [],
      hard: [],
    })
    expect(value(at.learning.report({ days: 30, childId: 'b' })).rows).toHaveLength(1)
    at.ground.clock.pass(10 * day)
    expect(value(at.learning.report({ days: 7 }))).toMatchObject({ hard: [], rows: [{ tries: 0 }, {}, {}] })
  })
})

describe('the minutes', () => {
  it('count a stay that is under way, and no other twice', () => {
    const at = learningAt()
    people(at.ground)
    const round = value(at.learning.round('a', 'sums'))
    value(at.learning.answer(pupil, { ...turnOf(round), answer: solved(round) }))
    const session = { seat: 'x', childId: 'a', startedAt: 0, trusted: true, plannedMs: 1, continues: null }
    const stay = { activity: 'learn', stayAt: at.ground.clock.wall(), stayMs: 120_000 }
    for (const id of ['s', 'over']) {
      addSession(at.ground.db, { ...session, id })
      at.ground.db.run(
        `INSERT INTO session_beat (session_id, child_id, boot, planned_ms, length_ms, used_ms, beat_at, beat_uptime, place,
           stayed, paused, ending, activity, stay_at, stay_trusted, stay_ms, first_event)
         VALUES (?, 'a', 'b', 1, 1, 1, 1, 1, '{"name":"activity","page":"sums"}', 0, 0, NULL, ?, ?, 1, ?, 0)`,
        [id, stay.activity, stay.stayAt, stay.stayMs],
      )
    }
    closeSession(at.ground.db, 'over', 120_000, 'power-cut')
    expect(value(at.learning.report({ days: 7 })).rows).toMatchObject([{ childName: 'a', minutes: 2 }])
  })
})

describe('stamps', () => {
  it('a level that is passed is one, with what was done alone; kept once, without a day where the clock is not believed', () => {
    const at = learningAt()
    play(at, solved)
    play(at, solved)
    const stamps = value(at.learning.stampsOf('a'))
    expect(stamps.length).toBeGreaterThan(0)
    expect(stamps[0]).toMatchObject({ activity: 'sums', subject: 'maths' })
    expect(stamps[0]?.facts['alone']).toBeGreaterThan(3)
    expect(stamps[0]?.at).not.toBeNull()
    const before = JSON.stringify(stamps[0])
    play(at, wrong)
    play(at, solved)
    expect(JSON.stringify(value(at.learning.stampsOf('a'))[0])).toBe(before)

    const doubted = learningAt()
    Object.assign(doubted.ground.clock, { trusted: () => false })
    play(doubted, solved)
    play(doubted, solved)
    const dayless = value(doubted.learning.stampsOf('a'))
    expect(dayless.length).toBeGreaterThan(0)
    expect(dayless.map((stamp) => stamp.at)).toEqual(dayless.map(() => null))
  })

  it('each has its evidence, also where its activity has none of its own', () => {
    const at = learningAt()
    const earned = () => value(at.learning.stampsOf('a'))
    for (let times = 0; times < 80 && earned().length < 2; times += 1) {
      const round = value(at.learning.round('a', 'balance'))
      const exercise = balance.readExercise(round.exercise)!
      value(at.learning.answer(pupil, { ...turnOf(round), answer: balance.solve(exercise) }))
    }
    expect(earned().length).toBeGreaterThan(0)
    for (const { facts } of earned()) expect(facts['alone']).toBeGreaterThan(0)
  })

  it('show nothing for answers that were shown', () => {
    const at = learningAt()
    for (let round = 0; round < 3; round += 1) play(at, wrong)
    expect(value(at.learning.stampsOf('a'))).toEqual([])
  })
})
