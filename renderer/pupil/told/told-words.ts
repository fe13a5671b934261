import type { Told } from '#contract/openings.ts'
import type { Language } from '#contract/setup.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { dayWords } from '../../activities/diary/day-words.ts'

export interface ToldWords {
  readonly who: string
  readonly when: string
  readonly why: string
  readonly whyHint: string
  readonly pages: string
  readonly rest: string
  readonly ask: string
  readonly askHint: string
}

/** The local day of a time (UTC ms) as this PC has it. */
const dayOf = (at: number): string => {
  const day = new Date(at)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].join('-')
}

/** What a child hears of one opening, in the child's words: who, why, which pages, whom to ask. */
export function useToldWords(): (told: Told) => ToldWords {
  const { t, language } = useWords()
  return (told) => wordsOf(t, language, told)
}

function wordsOf(t: ReturnType<typeof useWords>['t'], language: Language, told: Told): ToldWords {
  const [one = '', other = ''] = told.adults
  const at = dayWords(dayOf(told.at), language)
  const from = dayWords(told.from, language).day
  const to = dayWords(told.to, language).day
  const count = told.pages
  const isOneDay = told.from === told.to
  return {
    who: t('told.who', { one, other }),
    when: told.clockWrong ? t('told.when-unknown') : t('told.when', { day: at.day, weekday: at.weekday }),
    why: t(`told.why.${told.reason}`),
    whyHint: t('told.why-hint'),
    pages: isOneDay
      ? count === 1
        ? t('told.page', { day: from })
        : t('told.pages-day', { day: from, count })
      : t('told.pages', { from, to, count }),
    rest: t('told.rest'),
    ask: told.ask === null ? t('told.ask-nobody') : t('told.ask', { name: told.ask }),
    askHint: told.ask === null ? t('told.ask-nobody-hint') : t('told.ask-hint', { name: told.ask }),
  }
}
