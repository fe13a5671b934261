import type zh from '#locales/learning/sudoku/zh-CN.json'
import { useActivityWords } from '../../i18n/activity-words.ts'

export const useSudokuWords = () => useActivityWords<typeof zh>('sudoku')
