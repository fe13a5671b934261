import type zh from '#locales/learning/rest/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useRestWords = () => useActivityWords<typeof zh>('rest')
