import { lettersOf } from './lattice-rules.ts'
import type { Candidate } from './meaning-rules.ts'
import { chineseMark } from './mark-rules.ts'

/** What was typed and not yet chosen. It stands in the bar, never in the field: whatever keeps the field keeps no half word. */
export interface Composition {
  readonly letters: string
  /** Which six candidates are shown; the first are page 0. */
  readonly page: number
  /** What was chosen since the first letter: together they may be a word that no dictionary knows. */
  readonly picked: readonly Candidate[]
}

export type Deed =
  | { readonly kind: 'letter'; readonly letter: string }
  /** @param place 0 to 5, on the page that is shown */
  | { readonly kind: 'pick'; readonly place: number }
  | { readonly kind: 'as-typed' }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'mark'; readonly mark: string }

export interface Outcome {
  readonly next: Composition
  /** What goes into the field now. */
  readonly commit: string
  /** What the child chose, to be remembered for this session. */
  readonly chosen: readonly Candidate[]
}

export const pageSize = 6
/** A line of a diary; more would not fit the bar. */
export const mostLetters = 60
export const empty: Composition = { letters: '', page: 0, picked: [] }

const pageTurns: Readonly<Record<string, 1 | -1>> = {
  PageDown: 1,
  '=': 1,
  ArrowDown: 1,
  PageUp: -1,
  '-': -1,
  ArrowUp: -1,
}

/** What a key does; undefined where it is the field's own. */
export function deedOf(key: string, { letters }: Composition): Deed | undefined {
  if (/^[a-zü]$/.test(key)) return { kind: 'letter', letter: lettersOf(key) }
  if (letters === '') return chineseMark(key) === undefined ? undefined : { kind: 'mark', mark: key }
  if (key === "'") return { kind: 'letter', letter: key }
  if (key === ' ') return { kind: 'pick', place: 0 }
  if (/^[1-6]$/.test(key)) return { kind: 'pick', place: Number(key) - 1 }
  if (key === 'Enter') return { kind: 'as-typed' }
  if (key === 'Backspace') return { kind: 'take-back' }
  if (key === 'Escape') return { kind: 'drop' }
  const by = pageTurns[key]
  if (by !== undefined) return { kind: 'turn', by }
  return chineseMark(key) === undefined ? undefined : { kind: 'mark', mark: key }
}

export const shown = ({ page }: Composition, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.slice(page * pageSize, (page + 1) * pageSize)

const still = (next: Composition): Outcome => ({ next, commit: '', chosen: [] })

function pick(now: Composition, candidate: Candidate): Outcome {
  const picked = [...now.picked, candidate]
  const letters = now.letters.slice(candidate.letters)
  if (letters !== '')
    return { next: { letters, page: 0, picked }, commit: candidate.text, chosen: [candidate] }
  const whole: Candidate = {
    text: picked.map(({ text }) => text).join(''),
    letters: picked.reduce((sum, one) => sum + one.letters, 0),
    reading: picked.flatMap(({ reading }) => reading),
  }
  return {
    next: empty,
    commit: candidate.text,
    chosen: picked.length > 1 ? [candidate, whole] : [candidate],
  }
}

/** Does what was asked. @param candidates all that may be meant by the letters now */
export function after(now: Composition, deed: Deed, candidates: readonly Candidate[]): Outcome {
  switch (deed.kind) {
    case 'letter':
      if (now.letters.length >= mostLetters) return still(now)
      return still({ ...now, letters: now.letters + deed.letter, page: 0 })
    case 'take-back': {
      const letters = now.letters.slice(0, -1)
      return still(letters === '' ? empty : { ...now, letters, page: 0 })
    }
    case 'drop':
      return still(empty)
    case 'as-typed':
      return { next: empty, commit: now.letters, chosen: [] }
    case 'turn': {
      const last = Math.max(0, Math.ceil(candidates.length / pageSize) - 1)
      return still({ ...now, page: Math.min(last, Math.max(0, now.page + deed.by)) })
    }
    case 'pick': {
      const candidate = shown(now, candidates)[deed.place]
      if (candidate) return pick(now, candidate)
      // Letters that no syllable begins with go in as they are, by the key that always goes on.
      return candidates.length === 0 && deed.place === 0
        ? { next: empty, commit: now.letters, chosen: [] }
        : still(now)
    }
    case 'mark': {
      const mark = chineseMark(deed.mark) ?? deed.mark
      if (now.letters === '') return { next: now, commit: mark, chosen: [] }
      const [first] = candidates
      // A mark closes what stands before it: the likeliest is meant.
      return first?.letters === now.letters.length
        ? { next: empty, commit: first.text + mark, chosen: [first] }
        : { next: empty, commit: now.letters + mark, chosen: [] }
    }
  }
}
