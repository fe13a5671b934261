import type { Drawn } from './drawing-rules.ts'
import type { Cell } from './cell-rules.ts'

/** A card to choose: a drawing with the key of its name (`name.<name>`), or a number. */
export type Choice =
  | { readonly kind: 'drawn'; readonly name: string; readonly drawn: Drawn; readonly aided?: Drawn }
  | { readonly kind: 'number'; readonly number: number }

/** Which of these? The answer is the place of the right card. */
export interface Picking {
  readonly kind: 'pick'
  /** Its words are `ask.<ask>`; `name` names what is looked for, where it has a name. */
  readonly ask: string
  readonly name: string | null
  readonly models: readonly Drawn[]
  /** The models as a hint shows them. */
  readonly aided: readonly Drawn[]
  readonly choices: readonly Choice[]
  readonly right: number
}

/** Half of a figure on squared paper; the answer is the list of the squares of the other half. */
export interface Filling {
  readonly kind: 'fill'
  readonly ask: string
  readonly columns: number
  readonly rows: number
  /** `upright`: the mirror stands in the middle; `level`: it lies across. */
  readonly mirror: 'upright' | 'level'
  readonly given: readonly Cell[]
  /** What a child has to fill. */
  readonly missing: readonly Cell[]
}

export type Puzzle = Picking | Filling
