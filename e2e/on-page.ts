import type { DiaryPage, StrokeStep } from '#contract/diary.ts'

/** The words of the first sheet. */
export const wordsOn = (page: DiaryPage): string => page.sheets[0]?.text ?? ''

/** What is drawn on the first sheet, the first stroke first. */
export const strokesOn = (page: DiaryPage): StrokeStep[] =>
  (page.sheets[0]?.marks ?? []).filter((mark) => mark.kind === 'stroke')
