import { type PasswordPicture, passwordPictures } from '#contract/people.ts'

/**
 * Three different pictures in the order of tapping: 1,320 choices, a door for a six-year-old and no secret. It keeps
 * children out of each other's pages by mistake, not by force, so it is stored readable: staff must be able to show it (H2).
 */
export type PicturePassword = readonly [PasswordPicture, PasswordPicture, PasswordPicture]

/** Waits in milliseconds after the fourth, fifth, ... wrong try in a row; the last one stays. Nothing is lost, nothing locks. */
const waits: readonly number[] = [5000, 10_000, 20_000, 30_000]
/** Wrong tries in a row that cost no wait. */
const FREE_TRIES = 3

const known: ReadonlySet<string> = new Set(passwordPictures)

/** A picture of the twelve. */
function isPasswordPicture(text: string): text is PasswordPicture {
  return known.has(text)
}

/** Three different known pictures as a password; null for anything else. */
export function picturePassword(pictures: readonly string[]): PicturePassword | null {
  const [first, second, third] = pictures.filter(isPasswordPicture)
  if (!first || !second || !third || pictures.length !== 3 || new Set(pictures).size !== 3) return null
  return [first, second, third]
}

/** A new password by chance; `random` gives numbers from 0 up to, not including, 1. */
export function newPicturePassword(random: () => number): PicturePassword {
  const left: PasswordPicture[] = [...passwordPictures]
  const draw = () => left.splice(Math.min(left.length - 1, Math.floor(random() * left.length)), 1)
  const password = picturePassword([...draw(), ...draw(), ...draw()])
  if (!password) throw new Error('Twelve pictures did not give three')
  return password
}

/** Whether the child tapped the three pictures in their order. */
export function picturesMatch(password: PicturePassword, tapped: readonly string[]): boolean {
  return tapped.length === password.length && password.every((picture, index) => picture === tapped[index])
}

/** Milliseconds to rest before the next try (monotonic). `wrongInARow` counts this try; a right one starts again at 0. */
export function picturePause(wrongInARow: number): number {
  const waited = Math.floor(wrongInARow) - FREE_TRIES
  return waited >= 1 ? (waits[waited - 1] ?? waits.at(-1) ?? 0) : 0
}
