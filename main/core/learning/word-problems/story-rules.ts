import { pick, type Random, shuffled } from '../random-rules.ts'
import type { Numbers, Structure } from './structure-rules.ts'

/** Things that stories are about. Pictures carry these names; words stand in the catalog as `thing.<name>`. */
export const things = [
  'apple', 'tangerine', 'watermelon', 'potato', 'fish', 'chick', 'duck', 'goose', 'rabbit', 'book', 'pencil', 'crayon', 'kite',
  'sunflower', 'tree', 'football', 'umbrella', 'letter',
] as const // prettier-ignore
export type ThingName = (typeof things)[number]

/** People of stories: two of them in each, never the same; named in the catalog as `who.<name>`. */
export const people = ['yu', 'shan', 'yue', 'he', 'grandma', 'grandpa'] as const
export type Person = (typeof people)[number]

/** What the answer counts: the things themselves, or something else with a word of its own, `unit.<name>`. */
export type Unit =
  'thing' | 'bag' | 'bunch' | 'boat' | 'times' | 'yuan' | 'km' | 'hour' | 'metre' | 'row' | 'person' | 'none'

/** A way of telling a structure; its sentences are `story.<id>.1` and on, the question last. */
export interface Story<S extends string> {
  readonly id: string
  readonly structure: S
  readonly sentences: 1 | 2 | 3 | 4
  readonly things: readonly ThingName[]
  readonly unit: Unit
  /** Places of the numbers that are told in tenths (角), from 0. */
  readonly tenths?: readonly number[]
}

/** A story with its numbers, things and people: what a key says. */
export interface Told {
  readonly story: Story<string>
  readonly structure: Structure
  readonly numbers: Numbers
  readonly thing: ThingName
  readonly who: Person
  readonly other: Person
}

export interface Teller {
  readonly stories: readonly Story<string>[]
  readonly structures: Readonly<Record<string, Structure>>
}

/** The largest number that a story holds. */
const LARGEST = 9999

/** `combine-have 8,5 apple yu shan`: everything that makes the story. */
export const keyOf = ({ story, numbers, thing, who, other }: Omit<Told, 'structure'>): string =>
  `${story.id} ${numbers.join()} ${thing} ${who} ${other}`

/** The story that a key tells; null where it is none of these (any more). */
export function toldIn(key: string, { stories, structures }: Teller): Told | null {
  const [id, listed = '', thing, who, other, ...more] = key.split(' ')
  const story = stories.find((one) => one.id === id)
  const structure = story && structures[story.structure]
  if (!story || !structure || more.length > 0 || !/^[1-9]\d{0,3}(?:,[1-9]\d{0,3})*$/u.test(listed))
    return null
  const numbers = listed.split(',').map(Number)
  const known = story.things.find((one) => one === thing)
  const [first, second] = [people.find((one) => one === who), people.find((one) => one === other)]
  if (!known || !first || !second || first === second || numbers.length !== structure.count) return null
  if (numbers.some((number) => number > LARGEST) || !structure.fits(numbers)) return null
  return { story, structure, numbers, thing: known, who: first, other: second }
}

/** One of these stories with these numbers, about things and people by chance. */
export function tellBy(stories: readonly Story<string>[], numbers: Numbers, random: Random): string {
  const story = pick(stories, random) ?? stories[0]
  const [who = 'yu', other = 'shan'] = shuffled(people, random)
  return story ? keyOf({ story, numbers, thing: pick(story.things, random) ?? 'apple', who, other }) : ''
}

/** A number as a sentence says it: tenths with their point. */
const written = (number: number, isTenths: boolean): string => `${isTenths ? number / 10 : number}`

/** What the sentences of a story are told with. */
export function factsOf({ story, numbers, thing, who, other }: Told): Readonly<Record<string, string>> {
  const [a = 0, b = 0, c = 0] = numbers
  const isTenths = (at: number) => story.tenths?.includes(at) ?? false
  return {
    a: written(a, isTenths(0)),
    b: written(b, isTenths(1)),
    c: written(c, isTenths(2)),
    thing,
    who,
    other,
  }
}
