import type zh from '#locales/learning/measures/zh-CN.json'
import { useActivityWords, type ActivityWords } from '../../i18n/activity-words.ts'
import type { Keys } from '../../i18n/words.ts'

export const useMeasuresWords = () => useActivityWords<typeof zh>('measures')

export type SayOfMeasures = ActivityWords<Keys<typeof zh>>['t']
