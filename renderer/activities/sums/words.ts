import type zh from '#locales/learning/sums/zh-CN.json'
import { useActivityWords, type ActivityWords } from '../../i18n/activity-words.ts'
import type { Keys } from '../../i18n/words.ts'

export const useSumsWords = () => useActivityWords<typeof zh>('sums')

export type SayOfSums = ActivityWords<Keys<typeof zh>>['t']
