import type zh from '#locales/learning/computer/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useComputerWords = () => useActivityWords<typeof zh>('computer')
