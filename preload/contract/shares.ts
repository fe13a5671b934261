import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import type { DiaryPage } from './diary.ts'
import { talkRoles, type TalkRole } from './feelings.ts'
import { id, type Face } from './people.ts'

/** To whom a page of the diary may be given (D2): one of the family, one adult of the room, the basket for the next call. */
export const circles = ['family', 'adult', 'basket'] as const
export type Circle = (typeof circles)[number]

/** One to whom a page can be given, or is. */
export type Receiver =
  | {
      readonly circle: 'family'
      readonly id: string
      readonly called: string
      readonly relation: string
      readonly city: string | null
      /** Address of the photograph. */
      readonly photo?: string
    }
  | { readonly circle: 'adult'; readonly id: string; readonly name: string; readonly role: TalkRole }
  | { readonly circle: 'basket' }

/** A page that its child gave, as the child sees it. */
export interface Given {
  readonly to: Receiver
  /** Family only: it waits at this seat for a line, or is at the family's. */
  readonly way: 'waiting' | 'arrived' | null
  /** By whom it was given to. That it was not is never said. */
  readonly seen: boolean
}

export interface Receivers {
  readonly family: readonly (Receiver & { readonly circle: 'family' })[]
  readonly adults: readonly (Receiver & { readonly circle: 'adult' })[]
  /** Null: it is the child's alone. */
  readonly given: Given | null
  /** The line to the family is down: what is given now waits, and can be taken back until then. */
  readonly away: boolean
}

/** A page that was given to the adult who is signed in. */
export interface PageForMe {
  readonly page: string
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly face: Face
  /** UTC ms. */
  readonly givenAt: number
  readonly clockWrong: boolean
  readonly looked: boolean
}

const one = z.strictObject({ page: id })
/** A picture of one sheet for a relative's phone: PNG, JPEG or WebP. */
const picture = z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= 2 ** 20)

export const sharesMethods = {
  receivers: method(child, one).answers<Receivers>(),
  /**
   * One choice: whoever had the page before has it no more. For the family, with a picture of each sheet as it is now. Refuses
   * `not-found` for whoever is not offered, `no-consent` where no guardian agrees to messages, `file-unreadable`.
   */
  give: method(
    child,
    z.strictObject({
      page: id,
      to: z.discriminatedUnion('circle', [
        z.strictObject({ circle: z.literal('family'), id, pictures: z.array(picture).min(1).max(12) }),
        z.strictObject({ circle: z.literal('adult'), id }),
        z.strictObject({ circle: z.literal('basket') }),
      ]),
    }),
  ).answers<Given>(),
  /** At once, and without a line too. Whether it had been seen by then, as far as this seat has heard. */
  takeBack: method(child, one).answers<{ readonly seen: boolean }>(),

  /** What children gave to whoever is signed in, the newest first. */
  withMe: method(staff(...talkRoles), z.void()).answers<readonly PageForMe[]>(),
  /** The page as it is now. The child sees that it was looked at; that, and never what it holds, is written down. */
  look: method(audited(...talkRoles), z.strictObject({ childId: id, page: id })).answers<DiaryPage>(),
}
