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
  const [own, evidence] = parted(any(`stamp.${stamp}`, facts))
  const name = own ?? any(`level.${stamp}`) ?? title
  const { alone, inARow } = facts
  const counted =
    typeof inARow === 'number'
      ? t('passport.in-a-row', { title, inARow })
      : typeof alone === 'number' && alone > 0
        ? t('passport.alone', { title, alone })
        : undefined
  const proof = any(`proof.${stamp}`, facts) ?? evidence ?? counted ?? (name === title ? '' : title)
  const by = any(`by.${String(facts['by'])}`)
  return { name, proof: by === undefined ? proof : t('passport.by', { proof, by }) }
}

/** “I can read the clock: six times in a row” is a name and its evidence. */
function parted(words: string | undefined): readonly [name?: string, evidence?: string] {
  const [name, ...rest] = words?.split(/：|: /u) ?? []
  return name === undefined ? [] : rest.length === 0 ? [name] : [name, rest.join(' ')]
}

/** The day of a stamp; '' where the clock could not be believed. */
export function stampDay(at: number | null, language: string): string {
  return at !== null ? new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at) : ''
}

/** Whether it was earned today, by the clock of this window. */
export const isToday = (at: number | null): boolean =>
  at !== null && new Date(at).toDateString() === new Date().toDateString()
