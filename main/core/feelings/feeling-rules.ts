import type { TalkAdult } from '#contract/feelings.ts'
import type { FeelingsPage, Listener } from '#contract/feelings-told.ts'

/** What a child chose: undefined before it was asked, null for nobody. */
export type Choice = string | null | undefined

/** Who hears now. An adult who left, or does not listen to children any more, passes to nobody: the child is asked again. */
export function listenerOf(choice: Choice, offered: readonly TalkAdult[]): Listener {
  if (choice === undefined) return { kind: 'not-yet' }
  if (choice === null) return { kind: 'nobody' }
  const adult = offered.find(({ id }) => id === choice)
  return adult ? { kind: 'adult', adult } : { kind: 'not-yet' }
}

/** Whether the door asks how it feels: never where nobody would answer (law.md), as with a child who said “nobody”. */
export const asksAtDoor = ({ listener, adults }: FeelingsPage): boolean =>
  adults.length > 0 && listener.kind !== 'nobody'
