import { randomInt } from 'node:crypto'

/** Without I, O, 0 and 1, which look alike on a slip of paper. 32 characters: 5 bits each, 100 bits a key. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 20
const GROUP = 5

/** A fresh recovery key as it is shown: four groups of five, joined by dashes. */
export function newRecoveryKey(): string {
  const characters = Array.from({ length: LENGTH }, () => alphabet.charAt(randomInt(alphabet.length)))
  const groups = Array.from({ length: LENGTH / GROUP }, (_, at) =>
    characters.slice(at * GROUP, (at + 1) * GROUP),
  )
  return groups.map((group) => group.join('')).join('-')
}

/** What counts of a key as it was typed: no spaces or dashes, capitals, full-width letters made plain. */
export function plainRecoveryKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}
