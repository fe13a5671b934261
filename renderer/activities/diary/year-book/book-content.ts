import type { DiaryPage, DiarySheet } from '#contract/diary.ts'
import type { Block } from './leaf-rules.ts'
import { reachOf } from '../../../paper/reach-rules.ts'
import { square } from '../../../paper/units.ts'
import { barsOf } from '../voice/wave-rules.ts'

/** A leaf is A5 (ISO 216); what is set on it is as wide and high as this, mm. */
export const leafWidth = 122
export const leafHeight = 172
/** A line that was written on, mm. */
export const lineMm = 10
/** A drawing on the square of its sheet, mm. */
const squareMm = 96

export type Piece = Block &
  (
    | { readonly kind: 'month'; readonly day: string }
    | { readonly kind: 'day'; readonly page: Pick<DiaryPage, 'day'> }
    | { readonly kind: 'picture'; readonly src: string; readonly isSquare: boolean }
    | { readonly kind: 'line'; readonly text: string }
    | { readonly kind: 'voice'; readonly seconds: number; readonly wave: readonly number[] }
  )

/** How a sheet is set: its drawing beside real type, type alone, or the sheet as the child laid it out. */
export function setSheet({ paper, text, marks }: DiarySheet): 'square' | 'words' | 'whole' | 'nothing' {
  const seen = marks.filter((mark) => mark.kind !== 'item' || mark.thing.kind !== 'voice')
  if (seen.length === 0 && paper !== 'comic' && paper !== 'growing')
    return text.trim() === '' ? 'nothing' : 'words'
  return paper === 'both' && reachOf(seen) <= square.width ? 'square' : 'whole'
}

/** A picture of a sheet as it was made. */
export interface SheetImage {
  readonly src: string
  readonly width: number
  readonly height: number
}

/** One page of the diary in pieces. `images` has one for each sheet that needs one; `linesOf` breaks words as the leaf does. */
export function piecesOf(
  page: DiaryPage,
  images: readonly (SheetImage | undefined)[],
  linesOf: (text: string) => readonly string[],
): readonly Piece[] {
  const pieces: Piece[] = [{ kind: 'day', page, height: 13, leads: true }]
  for (const [at, sheet] of page.sheets.entries()) {
    const how = setSheet(sheet)
    const image = images[at]
    if (image && how === 'square')
      pieces.push({ kind: 'picture', src: image.src, isSquare: true, height: squareMm + 4 })
    if (image && how === 'whole') {
      const height = Math.min(leafHeight - 17, (image.height * leafWidth) / image.width)
      pieces.push({ kind: 'picture', src: image.src, isSquare: false, height: height + 4 })
    }
    if (how === 'square' || how === 'words')
      for (const text of linesOf(sheet.text)) pieces.push({ kind: 'line', text, height: lineMm })
    for (const mark of sheet.marks)
      if (mark.kind === 'item' && mark.thing.kind === 'voice')
        pieces.push({
          kind: 'voice',
          seconds: mark.thing.seconds,
          wave: barsOf(mark.thing.peaks),
          height: 11,
        })
  }
  const [last] = pieces.slice(-1)
  if (last) pieces[pieces.length - 1] = { ...last, height: last.height + 5 }
  return pieces
}
