import type zh from '#locales/learning/mazes/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useMazesWords = () => useActivityWords<typeof zh>('mazes')
