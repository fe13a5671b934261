import type { PaperName } from '#contract/diary.ts'
import { board } from './units.ts'

/** Where typed words stand on a paper, board units; a paper without lines has none. */
export interface WordsBox {
  readonly left: number
  readonly top: number
  readonly width: number
  /** Whole lines of `lineHeight`. */
  readonly lines: number
}

/** Height of a line that is written on, and the size of its letters, board units. */
export const lineHeight = 50
export const letterSize = 28

export const wordsBoxes: Readonly<Record<PaperName, WordsBox | undefined>> = {
  both: { left: 480, top: 0, width: 326, lines: 9 },
  picture: undefined,
  words: { left: 28, top: 4, width: 750, lines: 9 },
  comic: undefined,
  letter: { left: 40, top: 104, width: 726, lines: 7 },
  growing: undefined,
}

/** What is printed on a sheet before anybody draws: a drawing alone, that says nothing. */
export function SheetPrint({ paper }: { readonly paper: PaperName }) {
  return (
    <svg className="print" viewBox={`0 0 ${board.width} ${board.height}`} aria-hidden="true">
      {paper === 'both' && <Frame left={1} top={1} width={456} height={456} />}
      {(paper === 'picture' || paper === 'words') && <Frame left={1} top={1} width={804} height={456} />}
      {paper === 'comic' &&
        [0, 1, 2, 3].map((index) => (
          <Frame
            key={index}
            left={1 + (index % 2) * 408}
            top={1 + Math.floor(index / 2) * 232}
            width={396}
            height={224}
          />
        ))}
      {paper === 'letter' && (
        <>
          <Frame left={1} top={1} width={804} height={456} />
          <path d="M40 92H620" className="print-rule" />
          <g transform="translate(700 18) scale(1.4)">
            <path
              d="M26 46C-14 18 6-6 26 10C46-6 66 18 26 46Z"
              fill="#f7d9ce"
              stroke="#e4694a"
              strokeWidth="2.5"
              strokeDasharray="5 5"
            />
          </g>
        </>
      )}
      {paper === 'growing' && <Growing />}
      <Lines paper={paper} />
    </svg>
  )
}

function Frame(props: {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}) {
  return (
    <rect
      className="print-frame"
      x={props.left}
      y={props.top}
      width={props.width}
      height={props.height}
      rx="18"
    />
  )
}

function Lines({ paper }: { readonly paper: PaperName }) {
  const box = wordsBoxes[paper]
  if (!box) return null
  return Array.from({ length: box.lines }, (_, index) => {
    const y = box.top + (index + 1) * lineHeight - 1
    return <path key={y} d={`M${box.left} ${y}h${box.width}`} className="print-rule" />
  })
}

/** Three beds of earth in which something grows. */
function Growing() {
  return (
    <>
      <Frame left={1} top={1} width={804} height={456} />
      <path d="M2 380Q200 368 404 378T804 374V440Q804 456 788 456H18Q2 456 2 440Z" fill="#ecd9b8" />
      <path d="M270 30V362M536 30V362" className="print-rule" strokeDasharray="8 12" />
      {[134, 403, 670].map((x, index) => (
        <g key={x} transform={`translate(${x} 376)`} className="print-sprout">
          <path d={`M0 0v${-14 - index * 8}`} />
          {index > 0 && <path d="M0-14q-16-2-18-16q16 0 18 16" />}
          {index > 1 && <path d="M0-20q16-2 18-16q-16 0-18 16" />}
        </g>
      ))}
    </>
  )
}
