import { isRecord, isWhole } from '../parsed-rules.ts'
import { pick, shuffled, type Random } from '../random-rules.ts'
import type { Skill } from './skill-rules.ts'

/** A place in the scene: column 0 to 7, row 0 to 2. Where the card says how, lower left, there is none. */
export interface Spot {
  readonly column: number
  readonly row: number
}

/** Things that stand in scenes; names of pictures. */
export const things = [
  'butterfly', 'fish', 'apple', 'football', 'umbrella', 'watermelon', 'kite', 'boat', 'sunflower', 'tangerine',
] as const // prettier-ignore
export type ThingName = (typeof things)[number]
export const animals = ['cat', 'dog', 'rabbit', 'panda', 'tiger', 'frog', 'monkey', 'pig'] as const
export type AnimalName = (typeof animals)[number]

/** What a plant wants out of the menu that a right click opens. */
export const wishes = ['water', 'sun', 'basket'] as const
export type Wish = (typeof wishes)[number]

/** Keys by what stands on them; letters as capitals, as on a keyboard. */
export const keyNames = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), 'Enter', 'Space', 'Backspace', 'Left', 'Right', 'Up', 'Down',
] as const // prettier-ignore

/** What two keys together do. `undo` Ctrl+Z, `redo` Ctrl+Y; a letter: Shift and that letter. The kiosk lets no others through. */
export type Chord = string

export const windowDeeds = ['close', 'front', 'large', 'small', 'move'] as const
export type WindowDeed = (typeof windowDeeds)[number]
export const fileDeeds = ['open', 'into', 'bin'] as const
export type FileDeed = (typeof fileDeeds)[number]

/**
 * What is asked. The answer to each is `done`, a list of numbers: which were done, in the order that the task has
 * (`spots`, `drag`: every place; `menu`: the wish of each; `scroll`: the floor; `keys`, `chords`: every one; `windows`: which
 * window; `files`: which thing and, where it goes somewhere, where).
 */
export type Task =
  | { readonly kind: 'spots'; readonly spots: readonly Spot[] }
  | { readonly kind: 'drag'; readonly spots: readonly Spot[]; readonly home: 0 | 1 }
  | { readonly kind: 'scroll'; readonly floors: readonly AnimalName[]; readonly at: number }
  | { readonly kind: 'menu'; readonly spots: readonly Spot[]; readonly wishes: readonly Wish[] }
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'chords'; readonly chords: readonly Chord[] }
  | {
      readonly kind: 'windows'
      readonly deed: WindowDeed
      /** What is seen in each window; the last lies in front. */
      readonly windows: readonly AnimalName[]
      readonly at: number
    }
  | {
      readonly kind: 'files'
      readonly deed: FileDeed
      /** Folders by their mark. */
      readonly folders: readonly AnimalName[]
      readonly files: readonly ThingName[]
      readonly at: number
      /** The folder that is meant; 0 for the bin. */
      readonly to: number
    }

const allSpots: readonly Spot[] = [0, 1, 2].flatMap((row) =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter((column) => row < 2 || column > 3).map((column) => ({ column, row })),
)
/** Left of the nest, which stands at the right or, for the other half, in the middle. */
const dragSpots = allSpots.filter(({ column, row }) => column < 4 && row < 2)

const spotsFor = (count: number, random: Random, from: readonly Spot[] = allSpots): readonly Spot[] =>
  shuffled(from, random).slice(0, count)

const some = <T>(from: readonly T[], count: number, random: Random): readonly T[] =>
  shuffled(from, random).slice(0, count)

const whole = (below: number, random: Random): number => Math.min(below - 1, Math.floor(random() * below))

const letters = keyNames.slice(0, 26)

/** A task of a skill. */
export function makeTask(skill: Skill, random: Random): Task {
  switch (skill) {
    case 'move':
    case 'click':
      return { kind: 'spots', spots: spotsFor(4, random) }
    case 'double':
      return { kind: 'spots', spots: spotsFor(3, random) }
    case 'drag':
      return { kind: 'drag', spots: spotsFor(3, random, dragSpots), home: whole(2, random) as 0 | 1 }
    case 'scroll': {
      const floors = some(animals, animals.length, random)
      // The first two floors are seen without scrolling.
      return { kind: 'scroll', floors, at: 3 + whole(floors.length - 3, random) }
    }
    case 'right': {
      const spots = spotsFor(3, random)
      return { kind: 'menu', spots, wishes: spots.map(() => pick(wishes, random) ?? 'water') }
    }
    case 'keys':
      return { kind: 'keys', keys: some(keyNames, 4, random) }
    case 'shortcuts':
      return { kind: 'chords', chords: shuffled(['undo', 'redo', ...some(letters, 2, random)], random) }
    case 'windows': {
      const windows = some(animals, 3, random)
      const deed = pick(windowDeeds, random) ?? 'close'
      // What is to come to the front lies behind; what is to be taken by its bar or buttons may lie anywhere.
      return { kind: 'windows', deed, windows, at: whole(deed === 'front' ? 2 : 3, random) }
    }
    case 'files': {
      const deed = pick(fileDeeds, random) ?? 'open'
      const files = some(things, 3, random)
      const folders = some(animals, 2, random)
      return {
        kind: 'files',
        deed,
        files,
        folders,
        at: whole(3, random),
        to: deed === 'bin' ? 0 : whole(2, random),
      }
    }
  }
}

const places = (spots: readonly Spot[]): string => spots.map(({ column, row }) => `${column}${row}`).join(' ')

/** Names a task: the same task has the same name. */
export function nameOf(task: Task): string {
  switch (task.kind) {
    case 'spots':
      return places(task.spots)
    case 'drag':
      return `${places(task.spots)} to ${task.home}`
    case 'scroll':
      return `${task.floors.join(' ')} ${task.at}`
    case 'menu':
      return `${places(task.spots)} ${task.wishes.join(' ')}`
    case 'keys':
      return task.keys.join(' ')
    case 'chords':
      return task.chords.join(' ')
    case 'windows':
      return `${task.deed} ${task.windows.join(' ')} ${task.at}`
    case 'files':
      return `${task.deed} ${task.files.join(' ')} ${task.folders.join(' ')} ${task.at} ${task.to}`
  }
}

const every = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** What a child has done when the task is done. */
export function doneOf(task: Task): readonly number[] {
  switch (task.kind) {
    case 'spots':
    case 'drag':
      return every(task.spots.length)
    case 'menu':
      return task.wishes.map((wish) => wishes.indexOf(wish))
    case 'scroll':
    case 'windows':
      return [task.at]
    case 'keys':
      return every(task.keys.length)
    case 'chords':
      return every(task.chords.length)
    case 'files':
      return task.deed === 'open' ? [task.to, task.at] : [task.at, task.to]
  }
}

const kindOf: Readonly<Record<Skill, Task['kind']>> = {
  move: 'spots',
  click: 'spots',
  double: 'spots',
  drag: 'drag',
  scroll: 'scroll',
  right: 'menu',
  keys: 'keys',
  shortcuts: 'chords',
  windows: 'windows',
  files: 'files',
}

/** The task out of what was kept; null for what is none. */
export function readTask(kept: unknown, skill: Skill): Task | null {
  if (!isRecord(kept) || kept['kind'] !== kindOf[skill]) return null
  const { kind, spots, at, to, deed } = kept
  switch (kind) {
    case 'spots':
      return areSpots(spots, 4) ? { kind, spots } : null
    case 'drag':
      return areSpots(spots, 3) && (kept['home'] === 0 || kept['home'] === 1)
        ? { kind, spots, home: kept['home'] }
        : null
    case 'scroll': {
      const { floors } = kept
      return areOf(animals, floors, 8) && isWhole(at, 3, floors.length - 1) ? { kind, floors, at } : null
    }
    case 'menu': {
      const { wishes: wanted } = kept
      if (!areSpots(spots, 3) || !Array.isArray(wanted) || wanted.length !== spots.length) return null
      return wanted.every((wish): wish is Wish => wishes.some((one) => one === wish))
        ? { kind, spots, wishes: wanted }
        : null
    }
    case 'keys': {
      const { keys } = kept
      return areOf(keyNames, keys, 4) ? { kind, keys } : null
    }
    case 'chords': {
      const { chords } = kept
      return areOf(['undo', 'redo', ...letters], chords, 4) ? { kind, chords } : null
    }
    case 'windows': {
      const { windows } = kept
      const known = windowDeeds.find((one) => one === deed)
      return known && areOf(animals, windows, 3) && isWhole(at, 0, windows.length - 1)
        ? { kind, deed: known, windows, at }
        : null
    }
    case 'files': {
      const { files, folders } = kept
      const known = fileDeeds.find((one) => one === deed)
      if (!known || !areOf(things, files, 3) || !areOf(animals, folders, 2)) return null
      return isWhole(at, 0, files.length - 1) && isWhole(to, 0, folders.length - 1)
        ? { kind, deed: known, files, folders, at, to }
        : null
    }
    default:
      return null
  }
}

/** Different ones out of a list, at least one and not more than so many. */
function areOf<T extends string>(all: readonly T[], value: unknown, most: number): value is readonly T[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every((one) => all.some((known) => known === one))
  )
}

function areSpots(value: unknown, most: number): value is readonly Spot[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return false
  const sound = value.every(
    (spot: unknown) =>
      isRecord(spot) &&
      Object.keys(spot).length === 2 &&
      allSpots.some(({ column, row }) => column === spot['column'] && row === spot['row']),
  )
  return sound && new Set(value.map((spot) => JSON.stringify(spot))).size === value.length
}
