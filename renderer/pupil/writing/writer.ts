import { candidatesOf } from './candidates-rules.ts'
import { after, type Composition, type Deed, deedOf, empty, shown } from './composition-rules.ts'
import type { Dictionary } from './dictionary-rules.ts'
import { cutLetters } from './lattice-rules.ts'
import type { Candidate } from './meaning-rules.ts'
import type { SessionWriting } from './session-writing.ts'

/** The field that a writer writes into. */
export interface WritingPlace {
  /** The text before the place of writing, at least its last few characters. */
  before(): string
  /** Puts a text at the place of writing. */
  insert(text: string): void
  /** Changes what is offered: a lesson puts its own word first. */
  arrange(letters: string, candidates: readonly Candidate[]): readonly Candidate[]
}

export interface WriterView {
  readonly composition: Composition
  /** The candidates on this page, at most six. */
  readonly shown: readonly Candidate[]
  readonly hasMore: boolean
  /** What was typed, cut as the first candidate reads it. */
  readonly syllables: readonly string[]
  /** Letters go in as letters. */
  readonly latin: boolean
  /** A method of the system composes here: ours stays away. */
  readonly system: boolean
  readonly dictionary: 'waits' | 'here' | 'away'
}

/** A key as a field hears it. */
export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
}

export interface Writer {
  /** Writes there from now on. */
  attach(place: WritingPlace): void
  readonly view: () => WriterView
  readonly subscribe: (listener: () => void) => () => void
  /** @returns whether the key was taken, and must not reach the field */
  press(key: Key): boolean
  /** A tap on the bar, or on a key that is drawn. */
  does(deed: Deed): void
  toggleLatin(): void
  /** A composition came from the system. */
  systemComposes(): void
  give(dictionary: Dictionary | 'away'): void
  /** Lets go of what was typed and not chosen. */
  drop(): void
}

/** Where what was typed is cut, for the eye: as long as pieces go. */
function syllablesOf(letters: string, dictionary: Dictionary | undefined): readonly string[] {
  const lattice = dictionary && letters !== '' ? cutLetters(letters, dictionary) : undefined
  if (!lattice) return letters === '' ? [] : [letters]
  const found: string[] = []
  for (let at = 0; at < letters.length;) {
    const [piece] = lattice[at] ?? []
    const to = piece?.to ?? letters.length
    found.push(letters.slice(at, to))
    at = to
  }
  return found
}

/** As the first candidate reads what was typed, where it reads all of it in whole syllables. */
const asRead = (letters: string, first: Candidate | undefined): readonly string[] | undefined =>
  first?.reading.join('') === letters.replaceAll("'", '') ? first.reading : undefined

/** Turns keys into Chinese: what was typed stays here, only what was chosen goes into the field. */
export function createWriter(session: SessionWriting): Writer {
  let place: WritingPlace | undefined
  const listeners = new Set<() => void>()
  let composition = empty
  let dictionary: Dictionary | undefined
  let away = false
  let system = false
  let candidates: readonly Candidate[] = []
  let view: WriterView
  const look = (): WriterView => ({
    composition,
    shown: shown(composition, candidates),
    hasMore: candidates.length > (composition.page + 1) * 6,
    syllables: asRead(composition.letters, candidates[0]) ?? syllablesOf(composition.letters, dictionary),
    latin: session.latin(),
    system,
    dictionary: dictionary ? 'here' : away ? 'away' : 'waits',
  })
  view = look()
  const tell = () => {
    view = look()
    for (const listener of listeners) listener()
  }
  const offer = () => {
    const { letters } = composition
    const known = dictionary && { dictionary, memory: session.memory }
    const found = known && letters !== '' ? candidatesOf(letters, known, place?.before()) : []
    candidates = place?.arrange(letters, found) ?? found
  }
  const does = (deed: Deed) => {
    const { next, commit, chosen } = after(composition, deed, candidates)
    const changed = next.letters !== composition.letters
    composition = next
    for (const { reading, text } of chosen) session.memory.learn(reading, text)
    if (commit !== '') place?.insert(commit)
    if (changed) offer()
    tell()
  }
  return {
    attach(next) {
      place = next
    },
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    press({ key, ctrlKey, altKey, metaKey, isComposing }) {
      if (isComposing || key === 'Process' || session.latin() || system) return false
      if (ctrlKey || altKey || metaKey) return false
      const deed = deedOf(key, composition)
      if (deed) does(deed)
      // The place of writing stays where the word will go; digits and arrows that mean nothing here do nothing.
      return (
        deed !== undefined || (composition.letters !== '' && (key.startsWith('Arrow') || /^\d$/.test(key)))
      )
    },
    does(deed) {
      if (session.latin() && deed.kind === 'letter') place?.insert(deed.letter)
      else if (session.latin() && deed.kind === 'mark') place?.insert(deed.mark)
      else does(deed)
    },
    toggleLatin() {
      composition = empty
      candidates = []
      session.setLatin(!session.latin())
      tell()
    },
    systemComposes() {
      composition = empty
      candidates = []
      system = true
      tell()
    },
    give(what) {
      if (what === 'away') away = true
      else dictionary = what
      offer()
      tell()
    },
    drop() {
      composition = empty
      candidates = []
      tell()
    },
  }
}
