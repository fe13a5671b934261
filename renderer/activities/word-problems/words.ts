import type zh from '#locales/learning/word-problems/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useStoryWords = () => useActivityWords<typeof zh>('word-problems')
