import type { Stamp } from '#contract/learning.ts'
import { useActivityWords } from './activity-words.ts'
import { useShelfWords } from './shelf-words.ts'

/** What a stamp says: what was shown, how well, on what. */
export interface StampWords {
  readonly name: string
  readonly proof: string
}

/** Catalogs that the words of these stamps stand in; an activity that is not here any more has none. */
export const catalogsOf = (stamps: readonly Stamp[]): ReadonlySet<string> =>
  new Set(stamps.filter(({ subject }) => subject !== null).map(({ activity }) => activity))

/** The words of a stamp; its activity's catalog and the shelf's are there. */
export function useStampWords({
  activity,
  stamp,
  facts,
}: Pick<Stamp, 'activity' | 'stamp' | 'facts'>): StampWords {
  const { any } = useActivityWords(activity)
  const { t, any: shelf } = useShelfWords()
  const title = shelf(`title.${activity}`) ?? t('passport.other')
  // A stamp without words of its own is a level that was passed.
  const own = any(`stamp.${stamp}`, facts)
  const name = own ?? any(`level.${stamp}`) ?? title
  const { alone } = facts
  const counted = typeof alone === 'number' && alone > 0 ? t('passport.alone', { title, alone }) : undefined
  const proof = any(`proof.${stamp}`, facts) ?? counted ?? (name === title ? '' : title)
  const by = any(`by.${String(facts['by'])}`)
  return { name, proof: by === undefined ? proof : t('passport.by', { proof, by }) }
}

/** The day of a stamp; '' where the clock could not be believed. */
export function stampDay(at: number, language: string): string {
  return at > 0 ? new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at) : ''
}

/** Whether it was earned today, by the clock of this window. */
export const isToday = (at: number): boolean =>
  at > 0 && new Date(at).toDateString() === new Date().toDateString()
