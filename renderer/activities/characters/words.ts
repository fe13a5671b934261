import type zh from '#locales/learning/characters/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useCharactersWords = () => useActivityWords<typeof zh>('characters')
