import { z } from 'zod'
import type { Role } from './roles.ts'
import { animals, passwordPictures, tones, type Animal, type PasswordPicture, type Tone } from './pictures.ts'

export const id = z.uuid()

export { animals, passwordPictures, tones, type Animal, type PasswordPicture, type Tone }

/** A child's face: always an animal on a tone; a photograph, where there is one, stands in the same circle. */
/** How a name is said: for each of its Chinese characters a syllable with its mark, `xiǎn`. */
export interface NameSound {
  readonly text: string
  readonly syllables: readonly string[]
}

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
  /** 1 to 9; -1 before school (学前班, 大班); 0 where a class has no grade. */
  readonly grade: number
  readonly children: number
}

export interface StaffPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
}
