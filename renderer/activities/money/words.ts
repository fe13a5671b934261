import type zh from '#locales/learning/money/zh-CN.json'
import { useActivityWords, type ActivityWords } from '../../i18n/activity-words.ts'
import type { Keys } from '../../i18n/words.ts'

export const useMoneyWords = () => useActivityWords<typeof zh>('money')

export type SayOfMoney = ActivityWords<Keys<typeof zh>>['t']
