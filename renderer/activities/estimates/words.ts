import type zh from '#locales/learning/estimates/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useEstimatesWords = () => useActivityWords<typeof zh>('estimates')
