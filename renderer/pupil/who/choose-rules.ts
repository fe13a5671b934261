import type { FaceTile } from '#contract/children.ts'
import type { ClassRow } from '#contract/people.ts'

/** What the column on the left narrows the faces to. */
export type Chosen =
  | { readonly kind: 'all' }
  | { readonly kind: 'grade'; readonly grade: number }
  | { readonly kind: 'class'; readonly grade: number; readonly classId: string }

export type ColumnItem =
  | { readonly kind: 'all' }
  | { readonly kind: 'grade'; readonly grade: number }
  | { readonly kind: 'class'; readonly grade: number; readonly classId: string; readonly label: string }
  /** Turns to the classes that did not fit. */
  | { readonly kind: 'more' }

/** Buttons that fit a column of 586 px with 64 px each and 8 px between. */
export const columnRoom = 8

/**
 * The column: all and the grades; once a grade of several classes is chosen, all, the grade and its classes, turned over by
 * “more” where they do not fit.
 * @param turn how often “more” was tapped
 */
export function columnOf(classes: readonly ClassRow[], chosen: Chosen, turn = 0): readonly ColumnItem[] {
  const here = classes.filter((row) => row.children > 0)
  const inGrade = chosen.kind === 'all' ? [] : here.filter((row) => row.grade === chosen.grade)
  if (chosen.kind === 'all' || inGrade.length < 2) {
    const grades = [...new Set(here.map((row) => row.grade))].toSorted(
      (left, right) => (left || 99) - (right || 99),
    )
    return [{ kind: 'all' }, ...grades.map((grade) => ({ kind: 'grade', grade }) as const)]
  }
  const room = columnRoom - 2
  const items = inGrade.map(({ grade, id, label }) => ({ kind: 'class', grade, classId: id, label }) as const)
  const head = [{ kind: 'all' }, { kind: 'grade', grade: chosen.grade }] as const
  if (items.length <= room) return [...head, ...items]
  const turns = Math.ceil(items.length / (room - 1))
  const from = (turn % turns) * (room - 1)
  return [...head, ...items.slice(from, from + room - 1), { kind: 'more' }]
}

/** The faces that the column and the letters leave. */
export function facesOf(
  faces: readonly FaceTile[],
  chosen: Chosen,
  letters: readonly string[],
  gradeOf: ReadonlyMap<string, number>,
): readonly FaceTile[] {
  return faces.filter((face) => {
    if (chosen.kind === 'class' && face.classId !== chosen.classId) return false
    if (chosen.kind === 'grade' && (gradeOf.get(face.classId) ?? face.grade) !== chosen.grade) return false
    return letters.length === 0 || letters.includes(face.letter)
  })
}

/** First letters in alphabetical order with how many children stand behind each; '#' comes last. */
export function lettersOf(faces: readonly FaceTile[]) {
  const counts = new Map<string, number>()
  for (const { letter } of faces) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts]
    .map(([letter, children]) => ({ letter, children }))
    .toSorted((left, right) =>
      (left.letter === '#' ? '~' : left.letter) < (right.letter === '#' ? '~' : right.letter) ? -1 : 1,
    )
}
