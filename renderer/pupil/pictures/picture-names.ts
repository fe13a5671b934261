import type { PasswordPicture } from '#contract/people.ts'

/** The twelve pictures in the order of the screen: each once, or the type complains. */
const order: Readonly<Record<PasswordPicture, number>> = {
  sunflower: 1,
  fish: 2,
  apple: 3,
  kite: 4,
  bicycle: 5,
  umbrella: 6,
  moon: 7,
  watermelon: 8,
  butterfly: 9,
  football: 10,
  key: 11,
  boat: 12,
}
export const passwordPictures = Object.keys(order) as readonly PasswordPicture[]
