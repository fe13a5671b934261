import {
  fileOf,
  ideasOf,
  kindOf,
  readGroups,
  undatedIdeas,
  type Idea,
  type IdeaFile,
  type IdeaGroup,
} from '#core/ideas/idea-rules.ts'

/** One file of ideas is read when its days come. */
const files: Readonly<Record<IdeaFile, () => Promise<{ readonly default: string }>>> = {
  spring: () => import('./spring.txt?raw'),
  summer: () => import('./summer.txt?raw'),
  autumn: () => import('./autumn.txt?raw'),
  winter: () => import('./winter.txt?raw'),
  festivals: () => import('./festivals.txt?raw'),
  any: () => import('./any.txt?raw'),
}

const groupOf = async (file: IdeaFile, name: string): Promise<IdeaGroup | undefined> =>
  readGroups((await files[file]()).default).find((group) => group.name === name)

/** What a day is called, in both languages. */
export interface DayName {
  readonly zh: string
  readonly en: string
  /** It begins in the next days. */
  readonly isSoon: boolean
}

export interface DayIdeas {
  /** Today's first, then others. */
  readonly ideas: readonly Idea[]
  /** For a child who chooses them: of somebody it thinks of. */
  readonly dear: readonly Idea[]
  /** Undefined where the day is not known. */
  readonly name: DayName | undefined
}

/** The ideas of a day (YYYY-MM-DD); of no date where it is not known. `by` turns those. */
export async function loadIdeas(day: string, isKnown: boolean, by: number): Promise<DayIdeas> {
  const none: IdeaGroup = { name: '', zh: '', en: '', ideas: [] }
  const any = (await groupOf('any', 'any')) ?? none
  const dear = ((await groupOf('any', 'dear')) ?? none).ideas
  if (!isKnown) return { ideas: undatedIdeas(any, by), dear, name: undefined }
  const kind = kindOf(day)
  const term = (await groupOf(fileOf(kind.term), kind.term)) ?? none
  const festival = kind.festival && (await groupOf('festivals', kind.festival))
  const soon = kind.soon && (await groupOf(fileOf(kind.soon), kind.soon))
  const named = festival ?? soon ?? term
  return {
    ideas: ideasOf(day, kind, { festival, term, any }),
    dear,
    name: { zh: named.zh, en: named.en, isSoon: named === soon && festival === undefined },
  }
}
