import type zh from '#locales/learning/pairs/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const usePairsWords = () => useActivityWords<typeof zh>('pairs')
