import type { ImportPlan } from './import-plan-rules.ts'
import type { ImportRow } from './import-rules.ts'

/** What staff said of one line that is a question. */
export type Decision =
  | { readonly line: number; readonly choice: 'new' | 'leave' }
  | { readonly line: number; readonly choice: 'same'; readonly childId: string }

/** What shall become of a line, as staff saw it in the preview. */
export interface Agreed {
  readonly line: number
  /** Staff decided it; otherwise the preview showed it without a question. */
  readonly decided: boolean
  readonly as:
    { readonly kind: 'new' } | { readonly kind: 'same'; readonly id: string } | { readonly kind: 'leave' }
}

/** What a line becomes in the room as it stands now; `undefined` where that is not what staff saw. */
export type Outcome =
  | { readonly kind: 'new'; readonly row: ImportRow; readonly apart: readonly string[] }
  | { readonly kind: 'same'; readonly row: ImportRow; readonly id: string }
  | { readonly kind: 'leave'; readonly apart: readonly string[] }
  | { readonly kind: 'unchanged' }

/**
 * What the preview showed, and what staff decided beside it, line by line. A question that nobody answered is left out. Null
 * where a decision does not fit: no such question, a child who was not offered, or one child for two lines.
 */
export function agreedLines(
  plan: Pick<ImportPlan, 'create' | 'update' | 'unchanged' | 'ask'>,
  decisions: readonly Decision[],
): readonly Agreed[] | null {
  const said = new Map(decisions.map((decision) => [decision.line, decision]))
  const questions = new Map(plan.ask.map((question) => [question.row.line, question]))
  const taken = new Set([...plan.update, ...plan.unchanged].map(({ id }) => id))
  if (said.size !== decisions.length) return null
  for (const decision of decisions) {
    const question = questions.get(decision.line)
    if (!question) return null
    if (decision.choice !== 'same') continue
    if (!question.candidates.some(({ id }) => id === decision.childId) || taken.has(decision.childId))
      return null
    taken.add(decision.childId)
  }
  return [
    ...plan.create.map(({ line }) => ({ line, decided: false, as: { kind: 'new' as const } })),
    ...[...plan.update, ...plan.unchanged].map(({ row: { line }, id }) => ({
      line,
      decided: false,
      as: { kind: 'same' as const, id },
    })),
    ...decisions.map((decision) => ({
      line: decision.line,
      decided: true,
      as:
        decision.choice === 'same'
          ? { kind: 'same' as const, id: decision.childId }
          : { kind: decision.choice },
    })),
  ]
}

/**
 * What was agreed, held against a plan made anew: the room may have changed since. Lines that are another matter by now are
 * missing, so that nothing is written that nobody saw.
 */
export function outcomes(plan: ImportPlan, agreed: readonly Agreed[]): ReadonlyMap<number, Outcome> {
  const found = new Map<number, Outcome>()
  const now = new Map<
    number,
    { row: ImportRow; id?: string; changed?: boolean; candidates?: readonly string[] }
  >()
  for (const row of plan.create) now.set(row.line, { row })
  for (const { row, id } of plan.update) now.set(row.line, { row, id, changed: true })
  for (const { row, id } of plan.unchanged) now.set(row.line, { row, id, changed: false })
  for (const { row, candidates } of plan.ask)
    now.set(row.line, { row, candidates: candidates.map(({ id }) => id) })
  for (const { line, decided, as } of agreed) {
    const then = now.get(line)
    if (!then) continue
    const { row, id, changed, candidates } = then
    if (as.kind === 'same') {
      if (id === as.id) found.set(line, changed ? { kind: 'same', row, id } : { kind: 'unchanged' })
      else if (decided && candidates?.includes(as.id)) found.set(line, { kind: 'same', row, id: as.id })
      continue
    }
    // Somebody else wrote the same list in between, or this one was stopped half way.
    if (id !== undefined && changed === false) found.set(line, { kind: 'unchanged' })
    else if (id !== undefined || (candidates && !decided)) continue
    else found.set(line, { kind: as.kind, row, apart: candidates ?? [] })
  }
  return found
}
