import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { updateProblems, type UpdateProblem, type UpdateStep } from '#contract/updates.ts'
import { writeAside } from '#core/backup/write-aside.ts'

/** How the program speaks with the root's side (`resources/provisioning/debian/update-seat`): it reads, and leaves files by their names. */
export interface SeatSide {
  /** Whether this PC is a seat with such a side. */
  readonly isThere: () => boolean
  readonly state: () => SeatState
  /** What a program says of itself; `base` is the installed package's. */
  readonly about: (name: string) => { readonly version: string; readonly schema: string } | undefined
  /** The version that proved itself last, and the one before it. */
  readonly before: () => { readonly version: string; readonly from: string } | undefined
  readonly keys: () => string | undefined
  /** The number of the newest update that was taken, and the latest certain moment, seconds since 1970; 0 for none. */
  readonly number: () => number
  readonly floor: () => number
  readonly wish: (wish: Wish) => void
  readonly isAsked: () => boolean
  readonly showOpen: () => void
  /** Folders of the sticks that are plugged in. */
  readonly sticks: () => readonly string[]
}

export type Wish = 'take' | 'switch' | 'back' | 'drop'

export interface SeatState {
  readonly at: UpdateStep
  readonly version?: string
  readonly from?: string
  readonly why?: UpdateProblem
  readonly hasFailed: boolean
}

const steps: readonly string[] = [
  'idle',
  'checking',
  'refused',
  'ready',
  'trying',
  'done',
  'going-back',
  'gone-back',
] satisfies UpdateStep[]
const isStep = (word: string | undefined): word is UpdateStep => word !== undefined && steps.includes(word)
const isProblem = (word: string | undefined): word is UpdateProblem =>
  (updateProblems as readonly (string | undefined)[]).includes(word)

/** `root` is the system's, or a folder in tests. */
export function seatSideIn(root = ''): SeatSide {
  const store = (name: string) => join(root, '/var/lib/happy-home-updates', name)
  const run = (...names: string[]) => join(root, '/run/happy-home-updates', ...names)
  const program = (name: string) =>
    join(root, name === 'base' ? '/opt/happy-home' : join('/opt/happy-home-versions', name))
  return {
    isThere: () => isFolder(run('wish')),
    state: () => {
      const { at, version, from, reason } = fields(store('state'))
      return {
        at: isStep(at) ? at : 'idle',
        ...(version && { version }),
        ...(from && { from }),
        ...(isProblem(reason) && { why: reason }),
        hasFailed: reason === 'failed',
      }
    },
    about: (name) => {
      const { version, schema } = fields(join(program(name), 'resources/seat.txt'))
      return version && schema ? { version, schema } : undefined
    },
    before: () => {
      const { version, from } = fields(store('before'))
      return version && from ? { version, from } : undefined
    },
    keys: () => read(store('keys')) ?? read(join(program('base'), 'resources/update-keys.txt')),
    number: () => Number(read(store('number')) ?? 0),
    floor: () => Number(read(store('floor')) ?? 0),
    wish: (wish) => writeAside(run('wish', wish), ''),
    isAsked: () => ['take', 'switch', 'back', 'drop'].some((wish) => existsSync(run('wish', wish))),
    showOpen: () => writeFileSync(run('open', 'now'), ''),
    sticks: () => {
      try {
        return readdirSync(join(root, '/media')).map((name) => join(root, '/media', name))
      } catch {
        return []
      }
    },
  }
}

const fields = (path: string): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(
    (read(path) ?? '').split('\n').flatMap((line) => {
      const at = line.indexOf(' ')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : []
    }),
  )

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
