import { inUnits, YUAN } from '#core/learning/money/amount-rules.ts'
import { useMoneyWords } from './words.ts'

/** Ground and edge of a note. The colours are our own, and so is the little house: these are tokens, no pictures of money. */
const notes: Readonly<Record<number, readonly [string, string]>> = {
  500: ['#e2cdec', '#a874be'],
  1000: ['#cfe5f3', '#4f9cc8'],
  2000: ['#f0dcc0', '#b9823f'],
  5000: ['#d5ead7', '#5f9f6f'],
  10_000: ['#f9cbb9', '#e4694a'],
}

/** A coin, up to one yuan, or a note of the game. */
export function PieceDrawing({ piece }: { readonly piece: number }) {
  const { t } = useMoneyWords()
  const { yuan, jiao } = inUnits(piece)
  const unit = piece >= YUAN ? t('unit.yuan') : piece >= 10 ? t('unit.jiao') : t('unit.fen')
  const number = piece >= YUAN ? yuan : piece >= 10 ? jiao : piece
  const note = notes[piece]
  // “yuan” takes more room than 元.
  const isLong = unit.length > 1
  if (note)
    return (
      <svg className="piece note" viewBox="0 0 150 84" aria-hidden="true">
        <rect x="1" y="5" width="148" height="78" rx="12" fill={note[1]} />
        <rect x="1" y="1" width="148" height="78" rx="12" fill={note[0]} />
        <rect
          x="9"
          y="9"
          width="132"
          height="62"
          rx="7"
          fill="none"
          stroke={note[1]}
          strokeWidth="2"
          strokeDasharray="6 5"
        />
        <circle cx="34" cy="40" r="18" fill="#fff" opacity=".75" />
        <path d="M25 39h18v11h-18z" fill="#fff3dc" />
        <path d="M21 40Q24 38 26 33H42Q44 38 47 40Z" fill="#5f7884" />
        <text className="worth" x="94" y="52" fontSize={number <= 9 ? 38 : isLong ? 30 : 34}>
          {`${number} `}
          <tspan className="unit" fontSize={isLong ? 16 : 24}>
            {unit}
          </tspan>
        </text>
      </svg>
    )
  const [edge, rim, face] =
    piece === YUAN ? ['#8b9492', '#e2e4e2', '#f4f5f3'] : ['#b98e3c', '#e9d3a2', '#f7e8c6']
  return (
    <svg className="piece coin" viewBox="0 0 84 88" aria-hidden="true">
      <circle cx="42" cy="46" r="40" fill={edge} />
      <circle cx="42" cy="42" r="40" fill={rim} />
      <circle cx="42" cy="42" r="32" fill={face} />
      <text className="worth" x="42" y="45" fontSize="34">
        {`${number} `}
      </text>
      <text className="unit" x="42" y="66" fontSize="20" textAnchor="middle">
        {unit}
      </text>
    </svg>
  )
}

/** Pieces beside each other. */
export function Pieces({
  pieces,
  small = false,
}: {
  readonly pieces: readonly number[]
  readonly small?: boolean
}) {
  const { t } = useMoneyWords()
  const label = pieces.map((piece) => amountText(t, piece)).join(t('between'))
  return (
    <span className={small ? 'pieces small' : 'pieces'} role="img" aria-label={label}>
      {pieces.map((piece, at) => (
        <PieceDrawing key={at} piece={piece} />
      ))}
    </span>
  )
}

/** 3 元 5 角 */
export function amountText(t: ReturnType<typeof useMoneyWords>['t'], amount: number): string {
  const units = inUnits(amount)
  return (['yuan', 'jiao', 'fen'] as const)
    .filter((unit) => units[unit] > 0)
    .map((unit) => t(`amount.${unit}`, { number: units[unit] }))
    .join(t('amount.between'))
}
