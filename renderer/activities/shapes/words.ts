import type zh from '#locales/learning/shapes/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useShapesWords = () => useActivityWords<typeof zh>('shapes')
