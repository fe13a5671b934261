import type zh from '#locales/learning/shelf/zh-CN.json'
import { useActivityWords } from './activity-words.ts'

/** The words of the shelf and of the frame around every activity. */
export const useShelfWords = () => useActivityWords<typeof zh>('shelf')
