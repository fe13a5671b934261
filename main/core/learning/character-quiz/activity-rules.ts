import {
  byHalfYear,
  halfYears,
  itemOf,
  type CharacterItem,
  type HalfYear,
} from '../characters/order-rules.ts'
import { pictures } from '../characters/picture-rules.ts'
import type { ActivityRules } from '../activity-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import { pick, type Random } from '../random-rules.ts'

/** By what a character is found: its sound, a picture, or a word that it is missing in. */
export const ways = ['sound', 'picture', 'word'] as const
export type Way = (typeof ways)[number]

export interface Choice {
  readonly key: string
  readonly character: string
  readonly pinyin: string
  readonly half: HalfYear
}

/** Four characters, one of which is meant. */
export interface QuizExercise {
  readonly key: string
  readonly level: string
  readonly way: Way
  readonly choices: readonly Choice[]
}

/** A choice that is not the one. */
export interface QuizHint {
  readonly away: number
}

const CHOICES = 4
const levels = halfYears.map((id) => ({ id, grade: Number(id[0]) }))
const steps = ladder(levels, { up: 16, down: 4 })

const isHalf = (value: unknown): value is HalfYear => halfYears.some((half) => half === value)
const choiceOf = ({ key, character, pinyin, half }: CharacterItem): Choice => ({
  key,
  character,
  pinyin,
  half,
})

/** Letters without tone: what sounds alike is never offered beside each other. */
const plain = (pinyin: string) => pinyin.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '')

function apart(one: CharacterItem, other: CharacterItem): boolean {
  const same = one.character === other.character || plain(one.pinyin) === plain(other.pinyin)
  const picture = pictures[one.key]
  return !same && (picture === undefined || picture !== pictures[other.key])
}

function made(level: HalfYear, item: CharacterItem, random: Random): QuizExercise {
  const chosen = [item]
  const pool = byHalfYear[level]
  for (let tries = 0; chosen.length < CHOICES && tries < 400; tries += 1) {
    const other = pick(pool, random)
    if (other && chosen.every((one) => apart(one, other))) chosen.push(other)
  }
  const at = Math.min(CHOICES - 1, Math.floor(random() * CHOICES))
  const choices = [...chosen.slice(1, at + 1), item, ...chosen.slice(at + 1)].map(choiceOf)
  const fit = ways.filter((way) => way !== 'picture' || pictures[item.key] !== undefined)
  return { key: item.key, level, way: pick(fit, random) ?? 'sound', choices }
}

/** Knowing Chinese characters again (L1): by sound, by picture, by word. */
export const characterQuiz: ActivityRules<LadderState, QuizExercise, QuizHint> = {
  id: 'character-quiz',
  subject: 'characters',
  grades: { from: 1, to: 6 },
  levels,
  length: 8,
  tries: 2,
  book: { most: 8, when: 'first' },

  ...steps,

  begin({ grade, term }) {
    const half = `${Math.min(6, Math.max(1, grade ?? 1))}-${grade === null ? 1 : term}`
    return steps.readState(null, half)
  },

  readExercise(kept) {
    if (!isRecord(kept)) return null
    const { key, level, way, choices } = kept
    const known = ways.find((one) => one === way)
    if (typeof key !== 'string' || !isHalf(level) || !known || !Array.isArray(choices)) return null
    const items = choices.flatMap((choice: unknown) => {
      const item = isRecord(choice) && typeof choice['key'] === 'string' ? itemOf(choice['key']) : undefined
      return item ? [item] : []
    })
    const right = items.find((item) => item.key === key)
    const sound =
      right &&
      items.length === CHOICES &&
      choices.length === CHOICES &&
      items.every((one, at) => items.slice(at + 1).every((other) => apart(one, other))) &&
      (known !== 'picture' || pictures[key] !== undefined)
    return sound ? { key, level, way: known, choices: items.map(choiceOf) } : null
  },

  next({ level }, random, { inRound, seen }) {
    const half = isHalf(level) ? level : '1-1'
    const free = byHalfYear[half].filter(({ key }) => !inRound.includes(key))
    const rested = free.filter(({ key }) => !seen.includes(key))
    const item = pick(rested.length > 0 ? rested : free, random)
    if (!item) throw new Error(`no characters in ${half}`)
    return made(half, item, random)
  },

  again({ key, level }, random) {
    const item = itemOf(key)
    return item ? made(isHalf(level) ? level : item.half, item, random) : null
  },

  check({ key, choices }, answer) {
    if (!isWhole(answer, 0, choices.length - 1)) return { check: 'nothing' }
    return { check: choices[answer]?.key === key ? 'right' : 'wrong' }
  },

  solve: ({ key, choices }) => choices.findIndex((choice) => choice.key === key),

  hint: ({ key, choices }, wrong) => {
    const others = choices.flatMap((choice, at) => (choice.key === key ? [] : [at]))
    return { away: others[wrong % others.length] ?? 0 }
  },

  print({ key, choices }) {
    const item = itemOf(key)
    const text = { kind: 'text', text: item?.pinyin ?? '' } as const
    return {
      ask: [text, { kind: 'grid', characters: choices.map(({ character }) => character) }],
      answer: [text, { kind: 'grid', characters: [item?.character ?? ''] }],
    }
  },
}
