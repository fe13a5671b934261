import './page-pictures.css'
import { useRef } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import { PagePaper } from '../../../paper/page-paper.tsx'
import { pictureOfSheet } from './sheet-picture.ts'

export interface PagePicturesProps {
  readonly page: DiaryPage
  /** A picture of each sheet, or undefined where one could not be made. Called once. */
  readonly onDone: (pictures: readonly Uint8Array<ArrayBuffer>[] | undefined) => void
}

/** Lays every sheet of a page out where nobody sees it, and makes pictures of them for a phone that knows nothing of diaries. */
export function PagePictures({ page, onDone }: PagePicturesProps) {
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef(new Set<number>())
  const onDrawn = async (sheet: number) => {
    if (drawn.current.has(sheet)) return
    drawn.current.add(sheet)
    if (drawn.current.size < page.sheets.length || !place.current) return
    const sheets = [...place.current.querySelectorAll<HTMLElement>('.paper-sheet')]
    const pictures = await Promise.all(sheets.map((paper) => pictureOfSheet(paper))).catch(() => undefined)
    onDone(pictures?.every((one) => one !== undefined) ? pictures : undefined)
  }
  return (
    <div ref={place} className="page-pictures" aria-hidden="true">
      {page.sheets.map((_, index) => (
        <PagePaper key={index} page={page} sheet={index} label="" onDrawn={() => void onDrawn(index)} />
      ))}
    </div>
  )
}
