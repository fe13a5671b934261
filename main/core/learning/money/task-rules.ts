import { inUnits, isPiece, JIAO, payWith, type Piece, sumOf, type Unit, YUAN } from './amount-rules.ts'

/** How an amount is written: `yuan`: 3 元 5 角; `jiao`: 35 角. */
export type Writing = 'yuan' | 'jiao'
export interface Written {
  readonly amount: number
  readonly as: Writing
}

/** What is asked about money; amounts in fen. */
export type MoneyTask =
  /** How much is this? */
  | { readonly kind: 'count'; readonly coins: readonly Piece[] }
  /** The same amount in another unit. */
  | { readonly kind: 'exchange'; readonly amount: number; readonly to: 'jiao' | 'fen' | 'yuan' }
  /** Put exactly this on the counter. */
  | { readonly kind: 'pay'; readonly price: number; readonly coins: readonly Piece[] }
  /** Which of these is the dearer one? */
  | { readonly kind: 'dearer'; readonly prices: readonly [Written, Written] }
  /** For which of these is the money enough? For one. */
  | { readonly kind: 'enough'; readonly have: number; readonly prices: readonly number[] }
  /** How much comes back? */
  | { readonly kind: 'change'; readonly price: number; readonly paid: number }
  /** How much are both together? */
  | { readonly kind: 'total'; readonly prices: readonly [number, number] }
  /** 3.45 yuan: how many yuan, jiao, fen? */
  | { readonly kind: 'tag'; readonly price: number }
  /** The change where prices have a point. */
  | { readonly kind: 'tag-change'; readonly price: number; readonly paid: number }

const short: Readonly<Record<Writing, string>> = { yuan: 'y', jiao: 'j' }

/** The name of a task, for the book of mistakes. */
export function keyOf(task: MoneyTask): string {
  switch (task.kind) {
    case 'count':
      return `count ${task.coins.join(' ')}`
    case 'exchange':
      return `exchange-${task.to} ${task.amount}`
    case 'pay':
      return `pay ${task.price} ${task.coins.join(' ')}`
    case 'dearer':
      return `dearer ${task.prices.map(({ amount, as }) => `${amount}${short[as]}`).join(' ')}`
    case 'enough':
      return `enough ${task.have} ${task.prices.join(' ')}`
    case 'total':
      return `total ${task.prices.join(' ')}`
    case 'tag':
      return `tag ${task.price}`
    case 'change':
    case 'tag-change':
      return `${task.kind} ${task.price} ${task.paid}`
  }
}

const MOST = 20_000
const isAmount = (value: number, step: number): boolean =>
  Number.isInteger(value) && value > 0 && value <= MOST && value % step === 0

function writtenOf(text: string): Written | undefined {
  const [, digits = '', letter] = /^(\d{1,5})([yj])$/.exec(text) ?? []
  const amount = Number(digits)
  return digits !== '' && isAmount(amount, JIAO)
    ? { amount, as: letter === 'y' ? 'yuan' : 'jiao' }
    : undefined
}

/** The task of a name; null for what is none, or has no answer. */
export function taskOf(key: string): MoneyTask | null {
  const [kind = '', ...rest] = key.split(' ')
  if (kind === 'dearer') return dearerOf(rest)
  const numbers = rest.map((text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN))
  const [first = Number.NaN, second = Number.NaN] = numbers
  const isWhole = numbers.every((number) => isAmount(number, JIAO))
  switch (kind) {
    case 'count':
      return numbers.length > 1 && numbers.length <= 10 && numbers.every(isPiece)
        ? { kind, coins: numbers }
        : null
    case 'pay': {
      const coins = numbers.slice(1)
      const sound = isWhole && coins.length > 1 && coins.length <= 10 && coins.every(isPiece)
      return sound && payWith(first, coins) ? { kind, price: first, coins } : null
    }
    case 'exchange-jiao':
    case 'exchange-yuan':
    case 'exchange-fen':
      return numbers.length === 1 && isAmount(first, JIAO)
        ? {
            kind: 'exchange',
            amount: first,
            to: kind === 'exchange-jiao' ? 'jiao' : kind === 'exchange-yuan' ? 'yuan' : 'fen',
          }
        : null
    case 'enough': {
      const prices = numbers.slice(1)
      const affordable = prices.filter((price) => price <= first)
      return isWhole && prices.length === 3 && affordable.length === 1 ? { kind, have: first, prices } : null
    }
    case 'total':
      return numbers.length === 2 && isWhole ? { kind, prices: [first, second] } : null
    case 'change':
      return numbers.length === 2 && isWhole && first < second ? { kind, price: first, paid: second } : null
    case 'tag':
      return numbers.length === 1 && isAmount(first, 1) ? { kind, price: first } : null
    case 'tag-change':
      return numbers.length === 2 && numbers.every((number) => isAmount(number, 1)) && first < second
        ? { kind, price: first, paid: second }
        : null
    default:
      return null
  }
}

function dearerOf(texts: readonly string[]): MoneyTask | null {
  const [one, other, more] = texts.map(writtenOf)
  return one && other && more === undefined && texts.length === 2 && one.amount !== other.amount
    ? { kind: 'dearer', prices: [one, other] }
    : null
}

/** How a task is answered: numbers in fields, pieces out of the purse, or one of several. */
export type AnswerKind = 'fields' | 'pieces' | 'choice'

export const answerKind = ({ kind }: MoneyTask): AnswerKind =>
  kind === 'pay' ? 'pieces' : kind === 'dearer' || kind === 'enough' ? 'choice' : 'fields'

/** The amount that the fields of an answer add up to. */
export function amountOf(task: MoneyTask): number {
  switch (task.kind) {
    case 'count':
      return sumOf(task.coins)
    case 'exchange':
      return task.amount
    case 'total':
      return sumOf(task.prices)
    case 'change':
    case 'tag-change':
      return task.paid - task.price
    case 'pay':
    case 'tag':
      return task.price
    case 'dearer':
    case 'enough':
      return 0
  }
}

/** Units of the fields, none that is not there to be seen; no fields at all where something else is the answer. */
export function fieldsOf(task: MoneyTask): readonly Unit[] {
  switch (task.kind) {
    case 'count':
      return unitsOf(task.coins)
    case 'change':
      return unitsOf([task.price, task.paid])
    case 'total':
      return unitsOf(task.prices)
    case 'exchange':
      return task.to === 'yuan' ? unitsOf([task.amount]) : [task.to]
    case 'tag':
    case 'tag-change':
      return ['yuan', 'jiao', 'fen']
    case 'dearer':
    case 'enough':
    case 'pay':
      return []
  }
}

function unitsOf(amounts: readonly number[]): readonly Unit[] {
  const units: readonly (readonly [Unit, boolean])[] = [
    ['yuan', amounts.some((amount) => amount >= YUAN)],
    ['jiao', amounts.some((amount) => amount % YUAN !== 0)],
  ]
  return units.flatMap(([unit, isThere]) => (isThere ? [unit] : []))
}

/** The numbers of an amount for the fields; one field alone holds all of it. */
export function numbersFor(amount: number, fields: readonly Unit[]): readonly number[] {
  const [only, second] = fields
  if (only && !second) return [amount / (only === 'yuan' ? YUAN : only === 'jiao' ? JIAO : 1)]
  return fields.map((unit) => inUnits(amount)[unit])
}
