import type { ContactCard } from '#contract/contacts.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useWords } from '../words.ts'

/** A relation in the reader's language; what nobody translated stays as it was written. */
export function useRelationWord(): (relation: string) => string {
  const { words } = useWords()
  return (relation) => wordIfAny(words, `contacts.relation.${relation}`) ?? relation
}

/** How staff name a relative everywhere, in the reader's language: "Mother 陈玉兰". */
export function useRelativeName(): (contact: Pick<ContactCard, 'relation' | 'name'>) => string {
  const relationWord = useRelationWord()
  return ({ relation, name }) => `${relationWord(relation)} ${name}`
}

/** A local day (YYYY-MM-DD) or a time in ms, as people say it. */
export function useDayWord(): (day: string | number) => string {
  const { language } = useWords()
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  return (day) => format.format(typeof day === 'number' ? day : new Date(`${day}T12:00:00`))
}

/** Answers that are old after any change of a family. */
export const staleFamily = ['contacts.family', 'contacts.overview'] as const
