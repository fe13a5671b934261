import type { Fraction } from '#core/learning/fractions/fraction-rules.ts'
import type { FractionTask } from '#core/learning/fractions/task-rules.ts'
import type { SayOfFractions } from './words.ts'

export const said = (t: SayOfFractions, { numerator, denominator }: Fraction): string =>
  t('fraction', { numerator, denominator })

/** The question, as it is shown and read aloud. */
export function question(t: SayOfFractions, task: FractionTask): string {
  switch (task.kind) {
    case 'see':
      return t('ask.see')
    case 'shade':
      return t(`ask.shade-${task.shape}`, { fraction: said(t, task.fraction) })
    case 'shade-tenths':
      return t('ask.shade-tenths', { decimal: `0.${task.count}` })
    case 'tenths':
      return t('ask.tenths')
    case 'compare':
      return t('ask.compare')
    case 'add':
    case 'subtract':
      return t(`ask.${task.kind}`, { one: said(t, task.of[0]), other: said(t, task.of[1]) })
    case 'line':
      return t('ask.line', { fraction: said(t, task.fraction) })
    case 'equal':
      return task.find === 'numerator'
        ? t('ask.equal-numerator', {
            fraction: said(t, task.fraction),
            denominator: task.fraction.denominator * task.times,
          })
        : t('ask.equal-denominator', {
            fraction: said(t, task.fraction),
            numerator: task.fraction.numerator * task.times,
          })
  }
}
