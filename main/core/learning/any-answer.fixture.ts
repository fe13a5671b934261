import type { Json } from '#contract/learning.ts'
import { pick, type Random } from './random-rules.ts'

/** What no child could mean. */
export const absurd: readonly Json[] = [
  null, true, 0, -1, 1.5, 1e21, '', ' ', '0', '00', '-0', '1e3', '你好', 'x'.repeat(5000), 'a1', 'e2e4', '__proto__', [], [[]], [null],
  [0], ['a1', 'a1'], Array.from({ length: 500 }, () => 0), {}, { answer: 1 }, { length: 3 }, { x: { y: [1, '2'] } },
] // prettier-ignore

/** Something like an answer: one part of it is gone, twice there, another number, or of another kind. */
export function damaged(value: Json, random: Random): Json {
  if (typeof value === 'number') return value + (pick([-1, 1, 10, 0.5], random) ?? 1)
  if (typeof value === 'string') return random() < 0.5 ? value.slice(1) : `${value}${value.slice(-1)}`
  if (Array.isArray(value)) {
    const list = value as readonly Json[]
    if (list.length === 0) return [null]
    const at = Math.floor(random() * list.length)
    const one = list[at] ?? 0
    const others = [list.toSpliced(at, 1), list.toSpliced(at, 0, one), list.toReversed(), [...list, ...list]]
    return random() < 0.5 ? list.with(at, damaged(one, random)) : (pick(others, random) ?? [])
  }
  if (value === null || typeof value === 'boolean') return pick(absurd, random) ?? null
  const parts: readonly (readonly [string, Json])[] = Object.entries(value)
  const [name = 'x', part = null] = pick(parts, random) ?? []
  const others = parts.filter(([other]) => other !== name)
  return Object.fromEntries(random() < 0.7 ? [...others, [name, damaged(part, random)] as const] : others)
}

/** As it comes back from the disk or out of the window. */
export const travelled = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

/** Right, nearly right, or anything; `last` is what was answered elsewhere before. */
export function anyAnswer(right: Json, last: Json, random: Random): Json {
  const kind = random()
  if (kind < 0.3) return right
  if (kind < 0.6) return damaged(right, random)
  return kind < 0.9 ? (pick(absurd, random) ?? null) : last
}
