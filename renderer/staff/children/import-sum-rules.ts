import type { ImportPreview, LineProblem } from '#contract/children.ts'

/** Lines that became nobody. */
export const leftOut = ({ problems }: Pick<ImportPreview, 'problems'>): readonly LineProblem[] =>
  problems.filter(({ taken }) => !taken)

/** Lines of which something was not taken. */
export const toLookAt = ({ problems }: Pick<ImportPreview, 'problems'>): readonly LineProblem[] =>
  problems.filter(({ taken }) => taken)
