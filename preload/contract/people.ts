import { z } from 'zod'
import type { Role } from './define.ts'

export const id = z.uuid()

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

/** A child's face: always an animal on a tone; a photograph, where there is one, stands in the same circle. */
export interface Face {
  readonly animal: Animal
  readonly tone: Tone
  /** Address of the photograph for an `<img>`, relative to the window's own origin. */
  readonly photo?: string
}

export interface ClassRow {
  readonly id: string
  /** As the school writes it: 二(1)班. */
  readonly label: string
  /** 1 to 6; 0 where a class has no grade. */
  readonly grade: number
  readonly children: number
}

export interface StaffPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
}
