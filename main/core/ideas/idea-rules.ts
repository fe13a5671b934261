import { festivalOf, type Festival } from './festival-rules.ts'
import { termOf, terms, type Day, type Term } from './solar-term-rules.ts'

/** What a child might write or draw about. */
export interface Idea {
  /** Name of a drawing. */
  readonly picture: string
  readonly zh: string
  readonly en: string
}

/** Ideas that belong together, with what the day is called. */
export interface IdeaGroup {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly ideas: readonly Idea[]
}

/** Lines `# name | 中文 | English`, each followed by its ideas, `picture | 中文 | English`. Throws on any other line. */
export function readGroups(text: string): readonly IdeaGroup[] {
  const groups: (IdeaGroup & { readonly ideas: Idea[] })[] = []
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [first = '', zh, en, more] = line.split(' | ')
    if (zh === undefined || en === undefined || more !== undefined) throw new Error(`No idea: ${line}`)
    if (first.startsWith('# ')) groups.push({ name: first.slice(2), zh, en, ideas: [] })
    else groups.at(-1)?.ideas.push({ picture: first, zh, en })
  }
  return groups
}

export type IdeaFile = 'spring' | 'summer' | 'autumn' | 'winter' | 'festivals' | 'any'

const files: readonly IdeaFile[] = ['spring', 'summer', 'autumn', 'winter']

/** Which file a term's ideas are in: the first of spring is the third of the year. */
export const fileOf = (term: Term): IdeaFile =>
  files[Math.floor(((terms.indexOf(term) + 22) % 24) / 6)] ?? 'any'

/** Whose ideas a day has: its festival, its term of the sun, and which of the term's days it is. */
export interface DayKind {
  readonly festival: Festival | undefined
  readonly term: Term
  /** From 0. */
  readonly since: number
  /** The next term, where it begins within three days. */
  readonly soon: Term | undefined
}

const SOON = 3

export function kindOf(day: Day): DayKind {
  const { term, since, next, nextIn } = termOf(day)
  return { festival: festivalOf(day), term, since, soon: nextIn <= SOON ? next : undefined }
}

export interface DayGroups {
  readonly festival: IdeaGroup | undefined
  readonly term: IdeaGroup
  /** Ideas of no date. */
  readonly any: IdeaGroup
}

/**
 * The ideas of a day, the first is today's: of its festival (another one each year), else of its term, a new one each day; the
 * fifteenth day of a term, and the sixteenth that summer's have, take one of no date. Then all others, for a child who wants another one.
 */
export function ideasOf(
  day: Day,
  { term: kind, since }: DayKind,
  { festival, term, any }: DayGroups,
): readonly Idea[] {
  const number = terms.indexOf(kind)
  const beyond = since - term.ideas.length
  const free = turned(any.ideas, beyond === 1 ? terms.length + ((number + 6) % 12) : number)
  const own = turned(term.ideas, Math.min(since, term.ideas.length - 1))
  const dated = beyond >= 0 ? [...free.slice(0, 1), ...own, ...free.slice(1)] : [...own, ...free]
  return [...(festival ? turned(festival.ideas, Number(day.slice(0, 4))) : []), ...dated]
}

/** Where the day is not known: by chance, `by` a whole number. */
export const undatedIdeas = (any: IdeaGroup, by: number): readonly Idea[] => turned(any.ideas, by)

function turned<T>(list: readonly T[], by: number): readonly T[] {
  const at = list.length === 0 ? 0 : by % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}
