import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { judgedChoice } from '../choice-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { taskLadder } from '../task-ladder-rules.ts'
import { asPieces, decimalText, inUnits, JIAO, payWith, sumOf, type Unit, YUAN } from './amount-rules.ts'
import { levels, makeTask } from './make-rules.ts'
import { amountOf, answerKind, fieldsOf, keyOf, type MoneyTask, numbersFor, taskOf } from './task-rules.ts'

/** The answer: a number for each of `fields`; places of pieces in the purse; or the place of a choice. */
export interface MoneyExercise extends Exercise {
  readonly task: MoneyTask
  readonly fields: readonly Unit[]
}

export type MoneyHint =
  /** Yuan with yuan, jiao with jiao: pieces. */
  | { readonly kind: 'groups'; readonly groups: readonly (readonly number[])[] }
  /** Yuan plus yuan, jiao plus jiao: two prices. */
  | { readonly kind: 'sums'; readonly sums: readonly (readonly [number, number])[] }
  /** One of the bigger unit is ten of the smaller. */
  | { readonly kind: 'ten'; readonly unit: 'yuan' | 'jiao' }
  /** The place of a piece that belongs to the price. */
  | { readonly kind: 'first'; readonly place: number }
  /** Each choice as coins and notes. */
  | { readonly kind: 'coins'; readonly coins: readonly (readonly number[])[] }
  /** From the price up to what was paid, over whole yuan; how far is for the child to find. */
  | { readonly kind: 'jumps'; readonly stops: readonly number[] }
  /** How another price with a point is read. */
  | { readonly kind: 'places'; readonly example: number }

/** What was put on the counter is less, or more, than the price. */
export interface MoneySaid {
  readonly than: 'less' | 'more'
}

/** Yuan, jiao and fen (L3): counting, paying, change, which is enough. Play money, drawn: pictures of real notes need permission. */
export const money: ActivityRules<LadderState, MoneyExercise, MoneyHint> = {
  id: 'money',
  subject: 'maths',
  grades: { from: 1, to: 4 },
  levels,
  length: 8,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...taskLadder<(typeof levels)[number], MoneyTask, MoneyExercise>({
    levels,
    makeTask,
    keyOf,
    taskOf,
    exercise: (task) => ({ task, fields: fieldsOf(task) }),
  }),

  check({ task, fields }, answer) {
    switch (answerKind(task)) {
      case 'pieces': {
        const given = worthOf(task, answer)
        if (given === undefined) return { check: 'nothing' }
        const right = amountOf(task)
        return given === right
          ? { check: 'right' }
          : { check: 'wrong', said: { than: given < right ? 'less' : 'more' } }
      }
      case 'choice':
        return judgedChoice(answer, choicesOf(task), rightChoice(task))
      case 'fields': {
        const numbers: readonly unknown[] = Array.isArray(answer) ? answer : []
        if (numbers.length !== fields.length || !numbers.every((number) => isWhole(number, 0, MOST)))
          return { check: 'nothing' }
        const right = numbersFor(amountOf(task), fields)
        return { check: right.every((number, at) => number === numbers[at]) ? 'right' : 'wrong' }
      }
    }
  },

  solve(exercise) {
    const { task, fields } = exercise
    if (task.kind === 'pay') return payWith(task.price, task.coins) ?? []
    return answerKind(task) === 'choice' ? rightChoice(task) : numbersFor(amountOf(task), fields)
  },

  hint({ task }) {
    switch (task.kind) {
      case 'count': {
        const groups = [task.coins.filter((coin) => coin >= YUAN), task.coins.filter((coin) => coin < YUAN)]
        return { kind: 'groups', groups: groups.filter(({ length }) => length > 0) }
      }
      case 'exchange':
        return { kind: 'ten', unit: task.to === 'fen' ? 'jiao' : 'yuan' }
      case 'pay':
        return { kind: 'first', place: payWith(task.price, task.coins)?.[0] ?? 0 }
      case 'dearer':
        return { kind: 'coins', coins: task.prices.map(({ amount }) => asPieces(amount)) }
      case 'enough':
        return { kind: 'coins', coins: task.prices.map(asPieces) }
      case 'total': {
        const [one, other] = task.prices
        const sums = [
          [one - (one % YUAN), other - (other % YUAN)],
          [one % YUAN, other % YUAN],
        ] as const
        return { kind: 'sums', sums: sums.filter(([left, right]) => left + right > 0) }
      }
      case 'change':
      case 'tag-change':
        return { kind: 'jumps', stops: stopsOf(task.price, task.paid, task.kind === 'change' ? JIAO : 1) }
      case 'tag':
        return { kind: 'places', example: task.price === 268 ? 537 : 268 }
    }
  },

  print({ task, fields }) {
    const blanks = fields.flatMap((unit): PrintPart[] => [
      { kind: 'blank', width: 3 },
      { kind: 'word', word: `unit.${unit}` },
    ])
    const right = amountOf(task)
    const solved = numbersFor(right, fields).flatMap((number, at): PrintPart[] => [
      { kind: 'text', text: `${number}` },
      { kind: 'word', word: `unit.${fields[at] ?? 'yuan'}` },
    ])
    switch (task.kind) {
      case 'count':
        return { ask: [...joined(task.coins, '＋'), text('＝'), ...blanks], answer: solved }
      case 'exchange':
        return {
          ask: [...(task.to === 'yuan' ? inOne(task.amount) : written(task.amount)), text('＝'), ...blanks],
          answer: solved,
        }
      case 'pay':
        return {
          ask: [
            { kind: 'word', word: 'paper.pay' },
            ...written(task.price),
            text('：'),
            ...joined(task.coins, '　'),
          ],
          answer: joined(
            (payWith(task.price, task.coins) ?? []).map((at) => task.coins[at] ?? 0),
            '＋',
          ),
        }
      case 'dearer': {
        const [one, other] = task.prices.map(({ amount, as }) =>
          as === 'jiao' ? inOne(amount) : written(amount),
        )
        const sign = task.prices[0].amount > task.prices[1].amount ? '＞' : '＜'
        return { ask: [...(one ?? []), { kind: 'blank', width: 2 }, ...(other ?? [])], answer: [text(sign)] }
      }
      case 'enough':
        return {
          ask: [
            { kind: 'word', word: 'paper.enough' },
            ...written(task.have),
            text('：'),
            ...joined(task.prices, '　'),
          ],
          answer: written(task.prices[rightChoice(task)] ?? 0),
        }
      case 'total':
        return { ask: [...joined(task.prices, '＋'), text('＝'), ...blanks], answer: solved }
      case 'change':
        return { ask: [...joined([task.paid, task.price], '－'), text('＝'), ...blanks], answer: solved }
      case 'tag':
        return {
          ask: [text(decimalText(task.price)), { kind: 'word', word: 'unit.yuan' }, text('＝'), ...blanks],
          answer: solved,
        }
      case 'tag-change':
        return {
          ask: [text(`${decimalText(task.paid)} － ${decimalText(task.price)} ＝`), ...blanks],
          answer: solved,
        }
    }
  },
}

/** More than any field holds. */
const MOST = 99_999

export const choicesOf = (task: MoneyTask): readonly number[] =>
  task.kind === 'dearer' ? task.prices.map(({ amount }) => amount) : task.kind === 'enough' ? task.prices : []

function rightChoice(task: MoneyTask): number {
  const prices = choicesOf(task)
  if (task.kind === 'enough') return prices.findIndex((price) => price <= task.have)
  return prices.indexOf(Math.max(...prices))
}

/** What the chosen pieces are worth; undefined for what are no places of the purse, each once. */
function worthOf(task: MoneyTask, answer: unknown): number | undefined {
  if (task.kind !== 'pay' || !Array.isArray(answer) || answer.length === 0) return undefined
  const places = answer.filter((at): at is number => isWhole(at, 0, task.coins.length - 1))
  if (places.length !== answer.length || new Set(places).size !== places.length) return undefined
  return sumOf(places.map((at) => task.coins[at] ?? 0))
}

/** From a price over the next whole jiao and yuan to what was paid. */
function stopsOf(price: number, paid: number, step: number): readonly number[] {
  const next = [JIAO, YUAN].filter((unit) => unit > step).map((unit) => Math.ceil(price / unit) * unit)
  return [...new Set([price, ...next.filter((stop) => stop < paid), paid])]
}

const text = (words: string): PrintPart => ({ kind: 'text', text: words })

/** 3 元 5 角 */
function written(amount: number): PrintPart[] {
  const units = inUnits(amount)
  return (['yuan', 'jiao', 'fen'] as const)
    .filter((unit) => units[unit] > 0)
    .flatMap((unit): PrintPart[] => [text(`${units[unit]}`), { kind: 'word', word: `unit.${unit}` }])
}

/** 35 角 */
const inOne = (amount: number): PrintPart[] => [text(`${amount / JIAO}`), { kind: 'word', word: 'unit.jiao' }]

const joined = (amounts: readonly number[], by: string): PrintPart[] =>
  amounts.flatMap((amount, at) => (at === 0 ? written(amount) : [text(by), ...written(amount)]))
