import { refuse, type Refusal, type RefusalCode } from '#contract/refusal.ts'
import type { OutsideProblem } from './outside-problem.ts'
import type { PaperProblem } from './paper-key.ts'

const codes = {
  'wrong-key': 'backup-wrong-key',
  newer: 'backup-newer',
  damaged: 'backup-damaged',
} as const satisfies Partial<Record<OutsideProblem['kind'], RefusalCode>>

export function refusalOf(problem: OutsideProblem): Refusal {
  const { kind } = problem
  return refuse(kind === 'wrong-key' || kind === 'newer' || kind === 'damaged' ? codes[kind] : kind)
}

/** What is wrong with a paper as it was typed. */
export function lineRefusal(problem: PaperProblem): Refusal {
  if (problem.kind === 'line') return refuse('backup-line', { facts: { line: problem.line } })
  return refuse(problem.kind === 'half-missing' ? 'backup-half' : 'backup-pair')
}
