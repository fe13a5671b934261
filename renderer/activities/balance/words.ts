import type zh from '#locales/learning/balance/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useBalanceWords = () => useActivityWords<typeof zh>('balance')
