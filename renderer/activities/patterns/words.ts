import type zh from '#locales/learning/patterns/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const usePatternsWords = () => useActivityWords<typeof zh>('patterns')
