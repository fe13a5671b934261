import type zh from '#locales/learning/typing/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useTypingWords = () => useActivityWords<typeof zh>('typing')
