import type zh from '#locales/learning/staying-safe/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useSafeWords = () => useActivityWords<typeof zh>('staying-safe')
