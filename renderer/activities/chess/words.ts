import type zh from '#locales/learning/chess/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useChessWords = () => useActivityWords<typeof zh>('chess')
