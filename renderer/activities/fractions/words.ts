import type zh from '#locales/learning/fractions/zh-CN.json'
import { useActivityWords, type ActivityWords } from '../../i18n/activity-words.ts'
import type { Keys } from '../../i18n/words.ts'

export const useFractionsWords = () => useActivityWords<typeof zh>('fractions')

export type SayOfFractions = ActivityWords<Keys<typeof zh>>['t']
