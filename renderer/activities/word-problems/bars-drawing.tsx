import type { CSSProperties } from 'react'
import type { Bar, Bars, Part } from '#core/learning/word-problems/bars-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** Things are drawn one by one up to so many in a bar; beyond it a number says it. */
const MOST_THINGS = 20

const sizeOf = ({ parts }: Bar): number => parts.reduce((sum, { size }) => sum + size, 0)
const wide = (share: number): CSSProperties => ({ inlineSize: `${share * 100}%` })

/** The quantities of a story as bars of one scale; small ones hold the things themselves. */
export function BarsDrawing({
  drawn: { bars, total },
  picture,
  label,
}: {
  readonly drawn: Bars
  /** What is counted, where it can be drawn. */
  readonly picture: PictureName | null
  readonly label: string
}) {
  const longest = Math.max(...bars.map(sizeOf))
  const thing = picture && longest <= MOST_THINGS ? picture : null
  return (
    <div className="bars" role="img" aria-label={label} data-things={thing !== null}>
      <div className="bars-all">
        {bars.map((bar, row) => (
          <div key={row} className="bar" style={wide(sizeOf(bar) / longest)}>
            <div className="bar-parts">
              {bar.parts.map((part, at) => (
                <BarPart key={at} part={part} thing={thing} />
              ))}
            </div>
            {bar.total !== null && <p className="bar-total">{bar.total}</p>}
          </div>
        ))}
      </div>
      {total !== null && <p className="bars-total">{total}</p>}
    </div>
  )
}

function BarPart({
  part: { size, text, look },
  thing,
}: {
  readonly part: Part
  readonly thing: PictureName | null
}) {
  const isDrawn = thing !== null && look !== 'unknown'
  return (
    <span className="bar-part" data-look={look} style={{ flexGrow: size }}>
      {isDrawn && (
        <span className="bar-things">
          {Array.from({ length: size }, (_, at) => (
            <Picture key={at} name={thing} />
          ))}
        </span>
      )}
      <b>{text}</b>
    </span>
  )
}
