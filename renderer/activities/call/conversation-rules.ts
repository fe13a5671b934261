import type { PictureName } from '#ui/sprite/names.ts'

/** What the questions are about, each with its picture. */
export const themes = {
  food: 'rice',
  day: 'sun',
  childhood: 'kite',
  me: 'chick',
  place: 'world-map',
  play: 'puzzle',
  nature: 'butterfly',
  feel: 'heart',
  family: 'house-garden',
  plans: 'star',
} as const satisfies Readonly<Record<string, PictureName>>
export type Theme = keyof typeof themes
export type Conversation = Readonly<Record<Theme, readonly string[]>>

export interface Question {
  readonly theme: Theme
  readonly text: string
}

/**
 * All questions in an order of chance in which themes take turns: two about the same thing never follow each other.
 * @param random 0 (included) to 1 (not)
 */
export function shuffled(conversation: Conversation, random: () => number): readonly Question[] {
  const names = mixed(Object.keys(themes) as Theme[], random)
  const rows = names.map((theme) => mixed(conversation[theme], random).map((text) => ({ theme, text })))
  const most = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: most }, (_, turn) => rows.flatMap((row) => row.slice(turn, turn + 1))).flat()
}

function mixed<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
