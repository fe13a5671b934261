import { useTranslation } from 'react-i18next'
import { useShelfWords } from '../../i18n/shelf-words.ts'

/** Names of activities, and of their levels; their catalogs are there. */
export function useNames(): {
  readonly activity: (id: string) => string
  readonly level: (activity: string, id: string) => string
} {
  const { any } = useShelfWords()
  const { i18n } = useTranslation()
  return {
    activity: (id) => any(`title.${id}`) ?? id,
    level: (activity, id) => {
      const key = `level.${id}`
      return i18n.exists(key, { ns: activity }) ? i18n.t(key, { ns: activity }) : id
    },
  }
}
