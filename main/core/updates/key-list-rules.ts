import { countIn, readFields, writeFields } from './line-rules.ts'

const HEAD = 'happy-home-keys 1'
const KEY = /^[0-9a-f]{64}$/

/**
 * Whom a seat believes, after the roles of TUF (theupdateframework.io): roots say who the keys are, from list to list; update keys sign updates.
 * Roots lie offline, in several hands; a lost update key costs a new list, not a new seat.
 */
export interface KeyList {
  readonly number: number
  /** Seconds since 1970. */
  readonly made: number
  /** How many roots a next list needs, and how many update keys an update. */
  readonly roots: number
  readonly updates: number
  /** Ed25519, 32 bytes as hex. */
  readonly root: readonly string[]
  readonly update: readonly string[]
}

export function readKeyList(text: string): KeyList | undefined {
  const fields = readFields(text, HEAD)
  if (!fields) return undefined
  const [number, made, roots, updates] = ['number', 'made', 'roots', 'updates'].map((name) =>
    countIn(fields, name),
  )
  if (!number || !made || !roots || !updates) return undefined
  const keys = (role: string) => [...new Set(fields.get(role) ?? [])].filter((key) => KEY.test(key))
  const list = { number, made, roots, updates, root: keys('root'), update: keys('update') }
  return list.root.length >= roots && list.update.length >= updates ? list : undefined
}

export const writeKeyList = ({ number, made, roots, updates, root, update }: KeyList): string =>
  writeFields(HEAD, [
    ['number', number],
    ['made', made],
    ['roots', roots],
    ['updates', updates],
    ...root.map((key) => ['root', key] as const),
    ...update.map((key) => ['update', key] as const),
  ])

/** Whose signatures a text carries, in the form `key signature`, one a line. */
export const readSignatures = (
  text: string,
): readonly { readonly key: string; readonly signature: string }[] =>
  text.split('\n').flatMap((line) => {
    const [, key, signature] = /^([0-9a-f]{64}) ([0-9a-f]{128})$/.exec(line) ?? []
    return key === undefined || signature === undefined ? [] : [{ key, signature }]
  })
