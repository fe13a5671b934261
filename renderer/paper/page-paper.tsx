import './paper.css'
import { useEffect, useRef, type CSSProperties } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import { paints } from './outlines.ts'
import { createPainter } from './painter.ts'
import { createPictures } from './pictures.ts'
import { SheetPrint, wordsBoxes } from './sheet-print.tsx'
import { pictureAddress } from './things.ts'
import { board, sheetSize } from './units.ts'
import { useUnit } from './use-unit.ts'
import { wordsStyle } from './words-style.ts'

export interface PagePaperProps {
  readonly page: Pick<DiaryPage, 'sheets' | 'media'>
  /** Which of its sheets, from 0; one that is not there shows nothing. */
  readonly sheet?: number
  /** What a screen reader says of it. */
  readonly label: string
  /** Called when all of it is drawn, pictures too: then it can be printed. */
  readonly onDrawn?: () => void
}

/**
 * One sheet of a page to look at, as wide as the place where it stands: print, words, what was drawn and what lies on it, in the order in which
 * it was put there. Voice notes are no part of it.
 */
export function PagePaper({ page, sheet: number = 0, label, onDrawn }: PagePaperProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const unit = useUnit(box, 'width')
  const drawn = useRef(onDrawn)
  useEffect(() => {
    drawn.current = onDrawn
  }, [onDrawn])
  const sheet = page.sheets[number]
  useEffect(() => {
    if (!canvas.current || !sheet || unit === undefined) return undefined
    const pictures = createPictures({ widest: 1280, arrived: () => painter.again() })
    const painter = createPainter({
      canvas: canvas.current,
      size: sheetSize,
      colours: paints(),
      pictureOf: ({ thing }) => pictures.at(pictureAddress(thing, page.media)),
    })
    painter.fit(unit * board.width * devicePixelRatio)
    painter.paint(sheet.marks)
    let here = true
    const whole = async () => {
      await pictures.all()
      if (!here) return
      painter.again()
      painter.finish()
      drawn.current?.()
    }
    void whole()
    return () => {
      here = false
      pictures.stop()
      painter.stop()
    }
  }, [page.media, sheet, unit])
  if (!sheet) return null
  const words = wordsBoxes[sheet.paper]
  return (
    <div ref={box} role="group" aria-label={label}>
      <div className="paper-sheet" style={{ '--u': `${unit ?? 0}px` } as CSSProperties}>
        <SheetPrint paper={sheet.paper} />
        {/* Words that go on under the last line are read by turning the wheel, a finger, or the keys. */}
        {words && sheet.text !== '' && (
          <textarea
            className="paper-words"
            style={wordsStyle(words)}
            readOnly
            aria-label={label}
            value={sheet.text}
          />
        )}
        <canvas ref={canvas} />
      </div>
    </div>
  )
}
