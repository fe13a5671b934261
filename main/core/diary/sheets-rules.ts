import type { DiaryItem, DiarySheet, PaperName, Step, StrokeStep } from '#contract/diary.ts'

type Mark = StrokeStep | DiaryItem
interface Draft {
  paper: PaperName
  text: string
  marks: Mark[]
}

const blank = (): Draft => ({ paper: 'both', text: '', marks: [] })

/** The sheets that these steps make, each step once, in their order; one blank sheet for none. */
export function sheetsOf(steps: Iterable<Step>): readonly DiarySheet[] {
  const sheets = [blank()]
  for (const step of steps) put(sheets, step)
  return sheets
}

/** The sheets after one more step, or after one that grew: then it lies on top, where it lay before. */
export function withStep(sheets: readonly DiarySheet[], step: Step): readonly DiarySheet[] {
  const drafts = sheets.map(({ marks, ...sheet }) => ({
    ...sheet,
    marks: step.kind === 'stroke' ? marks.filter(({ id }) => id !== step.id) : [...marks],
  }))
  if (step.kind === 'item') take(drafts, step.item)
  put(drafts, step)
  return drafts
}

/**
 * Puts a step on. What speaks of a thing that is not there changes nothing; a sheet that is not there yet is added, so that
 * nothing that was drawn is ever without a sheet.
 */
function put(sheets: Draft[], step: Step): void {
  if (step.kind === 'move') {
    const found = take(sheets, step.item)
    if (found && step.to !== 'gone') found.sheet.marks.push({ ...found.item, at: step.to })
    return
  }
  const number = step.sheet ?? 0
  while (sheets.length <= number) sheets.push(blank())
  const sheet = sheets[number]
  if (!sheet) return
  if (step.kind === 'stroke') sheet.marks.push(step)
  else if (step.kind === 'text') sheet.text = step.text
  else if (step.kind === 'sheet') sheet.paper = step.paper
  else sheet.marks.push({ kind: 'item', id: step.item, thing: step.thing, at: step.at })
}

/** Takes a thing off the sheet where it lies. */
function take(sheets: readonly Draft[], item: string): { sheet: Draft; item: DiaryItem } | undefined {
  for (const sheet of sheets) {
    const index = sheet.marks.findIndex(({ kind, id }) => kind === 'item' && id === item)
    const [mark] = index === -1 ? [] : sheet.marks.splice(index, 1)
    if (mark?.kind === 'item') return { sheet, item: mark }
  }
  return undefined
}
