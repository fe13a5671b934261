import type { PrintLine } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { makeTask, missingIn } from './make-rules.ts'
import { printed } from './print-rules.ts'
import { taskIn } from './read-rules.ts'
import { byThirds, stillMay, weightOf, type Weighing } from './scale-rules.ts'
import { levels, MOST, type Choose, type Coins, type LevelId, type Task } from './task-rules.ts'

export interface BalanceExercise extends Exercise {
  readonly task: Task
}

/** What helps: a scale to look at, and what is to be seen there. */
export type BalanceHint =
  /** `away`: the place of a choice that it is not, where more than two are left. */
  | { readonly kind: 'look'; readonly fact: number; readonly away: number | null }
  /** One thing may be changed for others of a scale. */
  | { readonly kind: 'swap'; readonly fact: number }
  /** The same may be taken from both pans; after a wrong try also: what is left is shared out. */
  | { readonly kind: 'take'; readonly fact: number; readonly share: boolean }
  | { readonly kind: 'count' }
  /** So many on each pan, as many left aside. */
  | { readonly kind: 'thirds'; readonly each: number }

const { begin, readState, levelOf, advance } = ladder(levels, { up: 5, down: 2 })

/** Scales (L5): which is heavier, how many make it level, what an unknown weighs, which coin is false; nothing to read. */
export const balance: ActivityRules<LadderState, BalanceExercise, BalanceHint> = {
  id: 'balance',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 6,
  tries: 2,
  // Others each time: what is learnt is to see what a scale says.
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || !isLevel(kept['level'])) return null
    const task = taskIn(kept['task'])
    if (!task) return null
    const exercise = exerciseOf(kept['level'], task)
    return exercise.key === kept['key'] ? exercise : null
  },

  next: ({ level }, random, asking) => fresh(() => made(isLevel(level) ? level : 'heavier', random), asking),

  again: () => null,

  check({ task }, answer) {
    if (task.kind === 'coins') return checkCoins(task, answer)
    const most = task.kind === 'choose' ? task.choices.length - 1 : MOST
    if (!isWhole(answer, task.kind === 'choose' ? 0 : 1, most)) return { check: 'nothing' }
    return { check: answer === (task.kind === 'choose' ? chosen(task) : missingIn(task)) ? 'right' : 'wrong' }
  },

  solve({ task }) {
    if (task.kind === 'choose') return chosen(task)
    if (task.kind === 'fill') return missingIn(task)
    const { coins, odd, weighings } = task
    const all = byThirds(coins, odd, weighings)
    return { weighed: all, coin: stillMay(coins, odd, all)[0] ?? 0 }
  },

  hint({ task, level }, wrong) {
    if (task.kind === 'coins') return { kind: 'thirds', each: Math.ceil(task.coins / 3) }
    if (task.kind === 'choose')
      return { kind: 'look', fact: wrong % task.facts.length, away: notChosen(task) }
    if (task.facts.length === 0) return { kind: 'count' }
    if (level === 'unknown' || level === 'both-sides') return { kind: 'take', fact: 0, share: wrong > 0 }
    return { kind: 'swap', fact: wrong % task.facts.length }
  },

  print: ({ task }): PrintLine | null =>
    task.kind === 'coins' ? null : printed(task, chosenOrMissing(task)),

  stamps(_, __, { exercise: { level }, how }) {
    const stamp = stampOf(level)
    return stamp && how !== 'shown' ? [{ stamp, facts: {} }] : []
  },
}

const isLevel = (id: unknown): id is LevelId => levels.some((level) => level.id === id)

function chosen({ weights, choices, want }: Choose): number {
  const all = choices.map((thing) => weightOf(weights, [{ thing, count: 1 }]))
  return all.indexOf(want === 'heaviest' ? Math.max(...all) : Math.min(...all))
}

/** A choice that one scale alone says is not the one; null where it would leave only the answer. */
function notChosen(task: Choose): number | null {
  if (task.choices.length < 3) return null
  const other = chosen({ ...task, want: task.want === 'heaviest' ? 'lightest' : 'heaviest' })
  return other
}

const chosenOrMissing = (task: Exclude<Task, Coins>): number =>
  task.kind === 'choose' ? chosen(task) : missingIn(task)

function checkCoins({ coins, odd, weighings }: Coins, answer: unknown) {
  if (!isRecord(answer) || !Array.isArray(answer['weighed'])) return { check: 'nothing' } as const
  const all: unknown[] = Array.from(answer['weighed'] as unknown[])
  const { coin } = answer
  const isPan = (pan: unknown): pan is number[] =>
    Array.isArray(pan) &&
    pan.length <= coins &&
    Array.from(pan as unknown[]).every((one) => isWhole(one, 0, coins - 1))
  const isWeighing = (one: unknown): one is Weighing =>
    isRecord(one) &&
    isPan(one['left']) &&
    isPan(one['right']) &&
    new Set([...one['left'], ...one['right']]).size === one['left'].length + one['right'].length
  if (!isWhole(coin, 0, coins - 1) || all.length > weighings || !all.every(isWeighing))
    return { check: 'nothing' } as const
  const may = stillMay(coins, odd, all)
  return { check: may.length === 1 && may[0] === coin ? 'right' : 'wrong' } as const
}

function stampOf(level: string): string | undefined {
  if (level === 'long-chain' || level === 'coins') return level
  if (level === 'swap' || level === 'two-swaps') return 'swap'
  return level === 'unknown' || level === 'both-sides' ? 'unknown' : undefined
}

/** All that is seen, short enough for a key. */
function exerciseOf(level: LevelId, task: Task): BalanceExercise {
  let hash = 0x811c9dc5
  let more = 7
  for (const letter of JSON.stringify(task)) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
    more = (Math.imul(more, 31) + letter.charCodeAt(0)) >>> 0
  }
  return { key: `${level} ${hash.toString(36)}${more.toString(36)}`, level, task }
}

const made = (level: LevelId, random: Random): BalanceExercise => exerciseOf(level, makeTask(level, random))
