import { passwordPictures, type PasswordPicture } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { newPicturePassword, picturePassword, picturePause, picturesMatch } from './picture-password-rules.ts'
import type { ChildStore } from './store.ts'

/** The picture passwords of the children (H2). */
export interface Pictures {
  /**
   * For the beginning of a session. A child without a password passes. Refuses with `pictures-needed`, or with
   * `wrong-pictures` and `waitMs` to rest; a try while resting is not looked at and does not count.
   */
  check(childId: string, tapped: readonly PasswordPicture[] | undefined): Result<void, Refusal>
  /** Empty when there is none. */
  show(childId: string): Result<readonly PasswordPicture[], Refusal>
  /** Refuses three that are not different with `bad-input`. Answers what holds now. */
  set(
    childId: string,
    wanted: readonly PasswordPicture[] | 'new' | null,
  ): Result<readonly PasswordPicture[] | null, Refusal>
}

export function createPictures(store: ChildStore, { clock, random }: Ground): Pictures {
  // Until when a child rests, monotonic ms. Kind, not strong: a restart lets the next try through.
  const rests = new Map<string, number>()

  const wrong = (childId: string): Refusal => {
    const count = store.wrongPictures(childId) + 1
    store.setWrongPictures(childId, count)
    const waitMs = picturePause(count)
    rests.set(childId, clock.monotonic() + waitMs)
    return refuse('wrong-pictures', { waitMs })
  }

  const fresh = (childId: string): void => {
    rests.delete(childId)
    if (store.wrongPictures(childId) > 0) store.setWrongPictures(childId, 0)
  }

  return {
    check: (childId, tapped) => {
      const child = store.find(childId)
      if (!child) return err(refuse('not-found'))
      const password = read(child.pictures)
      if (!password) return ok(undefined)
      if (!tapped) return err(refuse('pictures-needed'))
      const waitMs = (rests.get(childId) ?? 0) - clock.monotonic()
      if (waitMs > 0) return err(refuse('wrong-pictures', { waitMs }))
      if (!picturesMatch(password, tapped)) return err(wrong(childId))
      fresh(childId)
      return ok(undefined)
    },
    show: (childId) => {
      const child = store.find(childId)
      return child ? ok(read(child.pictures) ?? []) : err(refuse('not-found'))
    },
    set: (childId, wanted) => {
      if (!store.find(childId)) return err(refuse('not-found'))
      const pictures = wanted === 'new' ? newPicturePassword(random) : wanted && picturePassword(wanted)
      if (wanted !== null && !pictures) return err(refuse('bad-input'))
      store.transaction(() => {
        store.setPictures(childId, pictures)
        fresh(childId)
      })
      return ok(pictures)
    },
  }
}

/** What cannot be read counts as none: a damaged value must not keep a child out. */
function read(text: string | null): ReturnType<typeof picturePassword> {
  if (text === null) return null
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? picturePassword(parsed.filter(isPicture)) : null
  } catch {
    return null
  }
}

const isPicture = (value: unknown): value is PasswordPicture =>
  (passwordPictures as readonly unknown[]).includes(value)
