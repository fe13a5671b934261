import type zh from '#locales/learning/clocks/zh-CN.json'
import { useActivityWords, type ActivityWords } from '../../i18n/activity-words.ts'
import type { Keys } from '../../i18n/words.ts'

export const useClocksWords = () => useActivityWords<typeof zh>('clocks')

export type SayOfClocks = ActivityWords<Keys<typeof zh>>['t']
