import type zh from '#locales/learning/two-steps/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useTwoStepsWords = () => useActivityWords<typeof zh>('two-steps')
