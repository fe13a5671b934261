import './hint.css'
import type { SumHint, SumLine } from '#core/learning/arithmetic/exercise-rules.ts'
import { TenFrames } from '#ui/child/sums.tsx'
import { signs } from './sum-rules.ts'
import { useSumsWords } from './words.ts'

/** A picture that helps: it leads to the answer and does not print it. */
export function Hint({ hint }: { readonly hint: SumHint | null }) {
  if (!hint) return <div className="no-hint" />
  switch (hint.kind) {
    case 'ten-frames':
      return <Frames frames={hint.frames} />
    case 'array':
      return <Rows rows={hint.rows} columns={hint.columns} counts={hint.counts} />
    case 'bar':
      return <Bar {...hint} />
    case 'lines':
      return <Lines lines={hint.lines} />
  }
}

type Of<K extends SumHint['kind']> = Extract<SumHint, { kind: K }>

function Frames({ frames }: Pick<Of<'ten-frames'>, 'frames'>) {
  const { t } = useSumsWords()
  const dots = frames.flat()
  const count = (dot: (typeof dots)[number]) => dots.filter((one) => one === dot).length
  const taken = count('taken')
  const first = count('first') + taken
  const second = count('second')
  const label =
    taken > 0 ? t('hint.frames-subtract', { first, second: taken }) : t('hint.frames-add', { first, second })
  return <TenFrames first={first} second={second} away={taken} frames={frames.length} label={label} />
}

/** Rows of counters with counting in steps beside them; the last count is left for the child. */
function Rows({ rows, columns, counts }: Omit<Of<'array'>, 'kind'>) {
  const { t } = useSumsWords()
  const step = 26
  const width = columns * step + 9
  return (
    <svg
      className="sum-rows"
      viewBox={`0 0 ${width + 60} ${rows * step + 12}`}
      role="img"
      aria-label={t('hint.rows', { rows, columns })}
    >
      <rect
        x="1.5"
        y="1.5"
        width={width}
        height={rows * step + 9}
        rx="12"
        fill="#fffdf7"
        stroke="#b9a684"
        strokeWidth="2"
      />
      {Array.from({ length: rows * columns }, (_, index) => (
        <circle
          key={`dot-${index}`}
          cx={6 + step / 2 + (index % columns) * step}
          cy={6 + step / 2 + Math.floor(index / columns) * step}
          r="10"
          fill={Math.floor(index / columns) % 2 === 0 ? '#e4694a' : '#4f9cc8'}
        />
      ))}
      {Array.from({ length: rows }, (_, row) => (
        <text key={`count-${row}`} className="row-count" x={width + 14} y={row * step + 27}>
          {counts[row] ?? '?'}
        </text>
      ))}
    </svg>
  )
}

/** A bar of equal parts: a fraction as the school book draws it. */
function Bar({ parts, first, second, operator }: Omit<Of<'bar'>, 'kind'>) {
  const { t } = useSumsWords()
  const width = 440 / parts
  const kept = operator === 'add' ? first : first - second
  const fill = (index: number) => {
    if (index < kept) return '#e4694a'
    if (index >= first + (operator === 'add' ? second : 0)) return '#f1e6d2'
    return operator === 'add' ? '#4f9cc8' : '#fffdf7'
  }
  return (
    <svg
      className="frame"
      viewBox="0 0 460 132"
      role="img"
      aria-label={t(operator === 'add' ? 'hint.bar-add' : 'hint.bar-subtract', {
        parts,
        first,
        second,
      })}
    >
      {Array.from({ length: parts }, (_, index) => (
        <rect
          key={`part-${index}`}
          x={10 + index * width}
          y="30"
          width={width}
          height="72"
          fill={fill(index)}
          stroke="#b9a684"
          strokeWidth="3"
          {...(operator === 'subtract' && index >= kept && index < first ? { strokeDasharray: '8 6' } : {})}
        />
      ))}
    </svg>
  )
}

/** The sum in smaller steps; the line that is the answer is drawn blank. */
function Lines({ lines }: { readonly lines: readonly SumLine[] }) {
  const { t } = useSumsWords()
  return (
    <ol className="sum-steps" aria-label={t('hint.steps')}>
      {lines.map(({ left, operator, right, result }) => (
        <li key={`${left} ${operator} ${right}`}>
          {left} {signs[operator]} {right} ＝ {result ?? <i aria-hidden="true" />}
        </li>
      ))}
    </ol>
  )
}
