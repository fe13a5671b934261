import type zh from '#locales/learning/tangram/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useTangramWords = () => useActivityWords<typeof zh>('tangram')
