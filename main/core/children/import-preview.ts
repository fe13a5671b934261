import type { ImportPreview, ImportQuestion, LineProblem, ListedSide } from '#contract/children.ts'
import type { Preview } from './import-job.ts'
import type { ImportPlan, ImportQuestion as Question } from './import-plan-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import type { ImportRow } from './import-rules.ts'

/** What the console shows of a list before anything is written. */
export function shownPreview(token: string, { list, plan }: Preview): ImportPreview {
  const withoutNumber: LineProblem[] = plan.withoutNumber.map(({ row, number }) => ({
    line: row.line,
    code: 'number-twice',
    value: number,
    taken: true,
  }))
  return {
    token,
    encoding: list.encoding,
    delimiter: list.delimiter,
    create: plan.create.map(line),
    update: plan.update.map(({ row, changes }) => ({ ...line(row), changes })),
    unchanged: plan.unchanged.length,
    questions: plan.ask.map((question) => shownQuestion(question, plan)),
    places: plan.places,
    lines: list.lines,
    notes: list.notes,
    problems: [...list.problems, ...withoutNumber].toSorted((one, other) => one.line - other.line),
    unusedColumns: list.unusedColumns,
  }
}

function shownQuestion({ row, why, candidates, lines }: Question, plan: ImportPlan): ImportQuestion {
  const matched = new Map([...plan.update, ...plan.unchanged].map((one) => [one.id, one.row.line]))
  const number = plan.withoutNumber.find((one) => one.row.line === row.line)?.number ?? row.number
  const holder =
    row.number === null ? undefined : candidates.find((child) => !child.left && child.number === row.number)
  return {
    ...line(row),
    ...side(row),
    number,
    why,
    candidates: candidates.map((child) => ({
      ...side(child),
      id: child.id,
      name: child.name,
      classLabel: child.classLabel,
      left: child.left ?? false,
      line: matched.get(child.id) ?? null,
    })),
    lines: lines.map((other) => ({ ...line(other), ...side(other) })),
    newNumber: numberOfNew(row, holder),
  }
}

/** What becomes of the number when the line is a new child. */
function numberOfNew(row: ImportRow, holder: KnownChild | undefined): ImportQuestion['newNumber'] {
  if (row.number === null) return { as: 'none', from: null }
  return holder ? { as: 'moves', from: holder.name } : { as: 'kept', from: null }
}

function side({
  number,
  birthday,
  guardians = [],
}: Pick<KnownChild, 'number' | 'birthday' | 'guardians'> | ImportRow): Pick<
  ListedSide,
  'number' | 'birthday' | 'guardians'
> {
  return {
    number,
    birthday,
    guardians: guardians.map(({ name, relation, phones }) => ({ name, relation, phones })),
  }
}

const line = ({ line: at, name, schoolClass }: ImportRow) => ({
  line: at,
  name,
  classLabel: schoolClass.label,
})
