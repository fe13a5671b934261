import type { ImportQuestion } from '#contract/children.ts'

/** By line: `new`, `leave`, or the id of the child whom the line is. What is missing is `new`. */
export type Choices = ReadonlyMap<number, string>

export type Decision =
  | { readonly line: number; readonly choice: 'new' | 'leave' }
  | { readonly line: number; readonly choice: 'same'; readonly childId: string }

/** What goes to main: a decision for each question that was on the screen. */
export function decisionsOf(questions: readonly ImportQuestion[], choices: Choices): readonly Decision[] {
  return questions.map(({ line }) => {
    const choice = choices.get(line) ?? 'new'
    if (choice === 'new' || choice === 'leave') return { line, choice }
    return { line, choice: 'same', childId: choice }
  })
}

/** What was not decided yet is a new child; what was stays. There is no such word for “the same”: that is said child by child. */
export function restNew(questions: readonly ImportQuestion[], choices: Choices): Choices {
  return new Map(questions.map(({ line }) => [line, choices.get(line) ?? 'new']))
}

/** Children who were chosen for more than one line. */
export function chosenTwice(
  questions: readonly ImportQuestion[],
  choices: Choices,
): readonly { readonly id: string; readonly name: string; readonly lines: readonly number[] }[] {
  const chosen = questions.flatMap(({ line, candidates }) => {
    const child = candidates.find(({ id }) => id === choices.get(line))
    return child ? [{ line, id: child.id, name: child.name }] : []
  })
  return [...Map.groupBy(chosen, ({ id }) => id)].flatMap(([id, of]) =>
    of.length > 1 ? [{ id, name: of[0]?.name ?? '', lines: of.map(({ line }) => line) }] : [],
  )
}
