import type zh from '#locales/learning/poem-typing/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const usePoemTypingWords = () => useActivityWords<typeof zh>('poem-typing')
