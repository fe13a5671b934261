/** The drawn avatars: names of pictures in `renderer/ui`. */
export const animals = [
  'rabbit', 'fox', 'panda', 'cat', 'tiger', 'koala', 'monkey', 'penguin', 'bear', 'hamster', 'dog', 'pig', 'owl', 'frog',
  'mouse', 'lion', 'chick', 'wolf', 'deer', 'polar-bear', 'horse', 'unicorn', 'cow', 'duck',
] as const // prettier-ignore
export const tones = ['coral', 'green', 'lake', 'plum', 'sun', 'sand', 'mint', 'rose'] as const
export type Animal = (typeof animals)[number]
export type Tone = (typeof tones)[number]

/** The twelve pictures of a picture password (H2). */
export const passwordPictures = [
  'sunflower', 'fish', 'apple', 'kite', 'bicycle', 'umbrella', 'moon', 'watermelon', 'butterfly', 'football', 'key', 'boat',
] as const // prettier-ignore
export type PasswordPicture = (typeof passwordPictures)[number]
