import '../../paper/paper.css'
import { useEffect, useRef, type CSSProperties, type RefObject } from 'react'
import type { DiaryItem } from '#contract/diary.ts'
import { SheetPrint, wordsBoxes } from '../../paper/sheet-print.tsx'
import { useUnit } from '../../paper/use-unit.ts'
import { wordsStyle } from '../../paper/words-style.ts'
import { WritingField } from '../../pupil/writing/writing-field.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Desk, DeskNow } from './desk.ts'
import type { PenNow } from './drawing.ts'
import { ItemsLayer } from './items-layer.tsx'
import { mostText } from './text-steps.ts'

export interface BoardProps {
  readonly desk: Desk
  readonly now: DeskNow
  readonly pen: RefObject<PenNow | undefined>
  /** What the hand does on it: draws, writes, or takes things in hand. */
  readonly hand: 'draw' | 'write' | 'take'
  readonly words: RefObject<HTMLTextAreaElement | null>
  readonly onWrite: () => void
  readonly onFull: (left: number | undefined) => void
  readonly onHold: (item: DiaryItem) => void
}

/** The sheet on top: print, words, what is drawn, and the things to be taken in hand. */
export function Board({ desk, now, pen, hand, words, onWrite, onFull, onHold }: BoardProps) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const unit = useUnit(box)
  useEffect(() => (canvas.current ? desk.attach(canvas.current, () => pen.current) : undefined), [desk, pen])
  const sheet = now.sheets[now.number]
  const lines = sheet && wordsBoxes[sheet.paper]
  return (
    <div className="board-box" ref={box}>
      <div
        className={`paper-sheet hand-${hand}`}
        style={{ '--u': `${unit ?? 0}px` } as CSSProperties}
        onPointerDown={({ target }) =>
          target instanceof Element && target.closest('.stuck') ? undefined : desk.hold(undefined)
        }
      >
        {sheet && <SheetPrint paper={sheet.paper} />}
        {sheet && lines && (
          <div className="words" style={wordsStyle(lines)} key={now.number}>
            <WritingField
              label={t('diary.words')}
              field={words}
              value={sheet.text}
              maxLength={mostText}
              onFocus={onWrite}
              onFull={onFull}
              onChange={(next, whole) => desk.type(next, whole)}
            />
          </div>
        )}
        <canvas ref={canvas} role="img" aria-label={t('diary.canvas')} />
        {hand !== 'draw' && unit !== undefined && (
          <ItemsLayer desk={desk} now={now} unit={unit} onHold={onHold} />
        )}
      </div>
    </div>
  )
}
