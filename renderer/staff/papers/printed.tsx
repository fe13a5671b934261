import './printed.css'
import type { PrintPart } from '#contract/learning.ts'
import { useActivityWords } from '../../i18n/activity-words.ts'

/** A line of an activity as it goes on paper. */
export function Printed({
  activity,
  parts,
}: {
  readonly activity: string
  readonly parts: readonly PrintPart[]
}) {
  return (
    <span className="printed">
      {parts.map((part, index) => (
        // A part has no name of its own but its place.
        <Part key={`${index}`} activity={activity} part={part} />
      ))}
    </span>
  )
}

function Part({ activity, part }: { readonly activity: string; readonly part: PrintPart }) {
  const { any } = useActivityWords(activity)
  switch (part.kind) {
    case 'text':
      return <span>{part.text}</span>
    case 'word':
      return <span>{any(part.word, part.facts) ?? part.word}</span>
    case 'line':
      return <span className="printed-line" />
    case 'fraction':
      return (
        <span className="printed-fraction">
          <span>{part.numerator === '' ? <i /> : part.numerator}</span>
          <span>{part.denominator === '' ? <i /> : part.denominator}</span>
        </span>
      )
    case 'blank':
      return <span className="printed-blank" style={{ inlineSize: `${part.width}em` }} />
    case 'grid':
      return (
        <span className="printed-grid">
          {part.characters.map((character, index) => (
            <b key={`${index}`}>{character}</b>
          ))}
        </span>
      )
    case 'table':
      return <Table part={part} />
    case 'drawing':
      return <Drawing part={part} />
  }
}

type Of<K extends PrintPart['kind']> = Extract<PrintPart, { kind: K }>

/** Whether a thick line comes after this row or column. */
const edge = (every: number | undefined, index: number, count: number) =>
  every !== undefined && (index + 1) % every === 0 && index + 1 < count

function Table({ part: { rows, thick } }: { readonly part: Of<'table'> }) {
  return (
    <span className="printed-table">
      {rows.map((row, at) => (
        <span key={`${at}`} className={edge(thick?.rows, at, rows.length) ? 'thick-below' : undefined}>
          {row.map((cell, place) => (
            <b
              key={`${place}`}
              className={edge(thick?.columns, place, row.length) ? 'thick-after' : undefined}
            >
              {cell}
            </b>
          ))}
        </span>
      ))}
    </span>
  )
}

function Drawing({ part: { width, height, paths, labels = [] } }: { readonly part: Of<'drawing'> }) {
  return (
    <svg className="printed-drawing" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {paths.map(({ d, stroke = 2, fill = false }, index) => (
        <path
          key={`${index}`}
          d={d}
          fill={fill === 'grey' ? '#bbb' : fill ? 'black' : 'none'}
          stroke="black"
          strokeWidth={stroke}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
      {labels.map(({ x, y, size, text }, index) => (
        <text key={`${index}`} x={x} y={y} fontSize={size} textAnchor="middle" dominantBaseline="central">
          {text}
        </text>
      ))}
    </svg>
  )
}
