import type zh from '#locales/learning/character-quiz/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useCharacterQuizWords = () => useActivityWords<typeof zh>('character-quiz')
