import { Chess } from 'chess.js'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { chess, levels, walkOf, type ChessExercise } from './activity-rules.ts'
import { menOf, seen, squares, writtenMen } from './board-rules.ts'
import { putAt } from './outline-rules.ts'
import { positions } from './positions-rules.ts'
import { makeWalk, menOfWalk, stepsOf, walked, wayToAll } from './walk-rules.ts'

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
const exercise = (level: string, seed: number): ChessExercise =>
  chess.next(chess.readState(null, level), seededRandom(seed), asking)

const walks = ['rook', 'bishop', 'queen', 'king', 'knight', 'pawn'] as const
const kinds = ['r', 'b', 'q', 'k', 'n', 'p'] as const

it.each(kinds)('%s: steps as chess.js has them, stars of a pawn being black men', (kind) => {
  const random = seededRandom(7)
  for (let made = 0; made < 150; made += 1) {
    const walk = makeWalk(kind, random)
    const men = new Map(menOfWalk(walk))
    if (kind === 'p') for (const star of walk.stars) men.set(star, { kind: 'p', isWhite: false })
    const board = new Chess(`${writtenMen(men)} w - - 0 1`, { skipValidation: true })
    const moves = board.moves({ verbose: true }).filter(({ from }) => from === walk.at)
    expect(new Set<string>(stepsOf(walk))).toEqual(new Set<string>(moves.map(({ to }) => to)))
    const way = wayToAll(walk)!
    expect(walked(walk, way)?.stars).toEqual([])
    expect(walked(walk, way.slice(0, -1))?.stars).not.toEqual([])
    expect(walk.stars.some((star) => men.has(star) && kind !== 'p')).toBe(false)
  }
})

it('goes to the nearest star each time, and says where there is no way', () => {
  const walk = { kind: 'r', at: 'a1', blocked: [], stars: ['a5', 'e1'] } as const
  expect(wayToAll(walk)).toHaveLength(3)
  expect(wayToAll({ kind: 'b', at: 'a1', blocked: [], stars: ['a2'] })).toBeNull()
  expect(wayToAll({ kind: 'p', at: 'e5', blocked: [], stars: ['d4', 'd6'] })).toBeNull()
  expect(walked(walk, ['b2'])).toBeNull()
})

const whole = (level: keyof typeof positions, seed = 0) =>
  positions[level].map((one) => {
    const [placed = '', best = ''] = one.split(' ')
    return { key: `${level} ${seed}`, level, placed, stars: [], best } as const
  })

/** What takes chess.js a third of a second each is looked at one in so many; `EACH=1` looks at all of them. */
const sampled = (level: keyof typeof positions, oneIn: number) =>
  whole(level).filter((_, at) => Boolean(process.env['EACH']) || at % oneIn === 0)

const boardOf = ({ placed }: { readonly placed: string }, side = 'w') =>
  new Chess(`${placed} ${side} - - 0 1`)
const sansOf = (board: Chess) => board.moves({ verbose: true })

describe('what was found, looked at with chess.js', () => {
  it('take: one capture that nobody takes back, of three or more', () => {
    for (const asked of whole('take')) {
      const board = boardOf(asked)
      const captures = sansOf(board).filter(({ captured }) => captured)
      const free = captures.filter((one) => {
        const after = new Chess(one.after)
        return !sansOf(after).some(({ to }) => to === one.to)
      })
      expect(free.map(({ from, to }) => from + to)).toEqual([asked.best])
      expect(captures.length).toBeGreaterThan(2)
    }
    for (const asked of sampled('take', 10))
      for (const { from, to } of sansOf(boardOf(asked)))
        expect(chess.check(asked, [from + to]).check).toBe(from + to === asked.best ? 'right' : 'wrong')
  })

  it('guard: something is lost unless one of few moves is made', () => {
    for (const asked of sampled('guard', 10)) {
      const moves = sansOf(boardOf(asked))
      const right = moves.filter(({ from, to }) => chess.check(asked, [from + to]).check === 'right')
      expect(right.map(({ from, to }) => from + to)).toContain(asked.best)
      expect(right.length * 3).toBeLessThanOrEqual(moves.length + 2)
    }
  })

  it('check: few of many moves give it', () => {
    for (const asked of whole('check')) {
      const moves = sansOf(boardOf(asked))
      const right = moves.filter(({ san }) => /[+#]/u.test(san))
      expect(right.map(({ from, to }) => from + to)).toContain(asked.best)
      expect(right.length).toBeLessThanOrEqual(2)
      if (!sampled('check', 20).some(({ placed }) => placed === asked.placed)) continue
      for (const { from, to } of moves) {
        const isRight = right.some((one) => one.from === from && one.to === to)
        expect(chess.check(asked, [from + to]).check).toBe(isRight ? 'right' : 'wrong')
      }
    }
  })

  it('escape: white is in check, and few moves help', () => {
    for (const asked of whole('escape')) {
      const board = boardOf(asked)
      expect(board.isCheck()).toBe(true)
      expect(board.moves().length).toBeGreaterThan(0)
      expect(new Set(sansOf(board).map(({ from, to }) => from + to)).size).toBeLessThanOrEqual(4)
    }
  })

  it('mate in one: one move, and no other', () => {
    for (const asked of whole('mate-one')) {
      const mates = sansOf(boardOf(asked)).filter(({ after }) => new Chess(after).isCheckmate())
      expect(mates.map(({ from, to }) => from + to)).toEqual([asked.best])
    }
  })

  it('mate in two: one first move after which black is mated whatever it does, and no mate at once', () => {
    for (const asked of sampled('mate-two', 25)) {
      const keys = sansOf(boardOf(asked)).filter(({ after }) => {
        const board = new Chess(after)
        expect(board.isCheckmate(), asked.placed).toBe(false)
        const replies = sansOf(board)
        return (
          replies.length > 0 &&
          replies.every((reply) => new Chess(reply.after).moves().some((san) => san.endsWith('#')))
        )
      })
      expect(
        keys.map(({ from, to }) => from + to),
        asked.placed,
      ).toEqual([asked.best])
    }
  }, 120_000)

  it('verdict: mate, stalemate, or neither with little room', () => {
    const counts = [0, 0, 0]
    for (const asked of whole('verdict')) {
      const board = boardOf(asked, 'b')
      const is = board.isCheckmate() ? 0 : board.isStalemate() ? 1 : 2
      expect(asked.best).toBe(`${is}`)
      counts[is] = counts[is]! + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(50)
  })

  it('no position twice, also not seen in a mirror', () => {
    const mirror = { mirror: true, upside: false, slope: false }
    for (const level of Object.keys(positions) as (keyof typeof positions)[]) {
      const names = whole(level).map(({ placed }) => {
        const turned = writtenMen(
          new Map([...menOf(placed)!].map(([square, man]) => [seen(square, mirror), man])),
        )
        return [placed, turned].toSorted()[0]
      })
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

it('answers a legal move that is not the one as black would; it is a try like any other', () => {
  const asked = exercise('mate-one', 5)
  const board = boardOf(asked)
  for (const { from, to } of sansOf(board)) {
    const check = chess.check(asked, [from + to])
    if (from + to === asked.best) expect(check.check).toBe('right')
    else {
      expect(check.check).toBe('wrong')
      const { isOn, reply } =
        check.check === 'wrong'
          ? (check.said as { isOn: boolean; reply: string | null })
          : { isOn: true, reply: '' }
      expect(isOn).toBe(false)
      const after = boardOf(asked)
      after.move({ from, to, promotion: 'q' })
      if (reply === null) expect(after.moves()).toEqual([])
      else
        expect(() =>
          after.move({ from: reply.slice(0, 2), to: reply.slice(2), promotion: 'q' }),
        ).not.toThrow()
    }
  }
  for (const answer of [['a1a1'], ['e9e5'], [asked.best, asked.best], asked.best, [3], ['']])
    expect(chess.check(asked, answer).check).toBe('nothing')
})

it('plays a mate in two move by move', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const asked = exercise('mate-two', seed)
    const line = chess.solve(asked) as readonly string[]
    expect(line).toHaveLength(3)
    expect(chess.check(asked, line.slice(0, 1))).toEqual({
      check: 'partly',
      said: { isOn: true, reply: line[1] },
    })
    expect(chess.check(asked, line).check).toBe('right')
  }
})

it('begins with the rook for everybody, and stamps what was understood', () => {
  for (const grade of [null, 1, 6]) expect(chess.levelOf(chess.begin({ ...asking, grade }))).toBe('rook')
  const before = chess.readState(null, 'pawn')
  const after = chess.readState(null, 'take')
  const result = { exercise: exercise('pawn', 1), how: 'alone', from: 'level', answer: [] } as const
  expect(chess.stamps?.(before, after, result)).toEqual([{ stamp: 'moves', facts: {} }])
  expect(chess.stamps?.(before, before, result)).toEqual([])
})

it('keeps no exercise that is not what it says', () => {
  const mate = exercise('mate-one', 2)
  const other = sansOf(boardOf(mate)).find(({ from, to }) => from + to !== mate.best)!
  expect(chess.readExercise({ ...mate, best: other.from + other.to })).toBeNull()
  const walk = exercise('rook', 2)
  expect(chess.readExercise({ ...walk, stars: [walkOf(walk)!.at] })).toBeNull()
  expect(chess.readExercise({ ...walk, placed: '8/8/8/8/8/8/8/8' })).toBeNull()
  expect(chess.readExercise({ ...mate, placed: '9/8/8/8/8/8/8/8' })).toBeNull()
  for (const [at, { id }] of levels.entries())
    expect(walks.some((name) => name === id)).toBe(at < walks.length)
})

it('draws a line elsewhere and smaller', () => {
  expect(putAt('M10 20h10v-4L0 2q1-2 3 4H5V6Z', 100, 200, 0.5)).toBe(
    'M105 210h5v-2L100 201q0.5 -1 1.5 2H102.5V203Z',
  )
  expect(squares).toHaveLength(64)
})
