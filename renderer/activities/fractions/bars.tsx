import type { Fraction } from '#core/learning/fractions/fraction-rules.ts'

interface BarProps {
  readonly parts: number
  /** Parts in the first colour, then in the second. */
  readonly first: number
  readonly second?: number
  /** The last of the first that go away: dashed. */
  readonly away?: number
}

/** A bar as the school book draws it, 640 wide. */
export function Bar({ parts, first, second = 0, away = 0 }: BarProps) {
  const wide = 632 / parts
  return (
    <svg className="small-bar" viewBox="0 0 640 56" aria-hidden="true">
      {Array.from({ length: parts }, (_, at) => {
        const look =
          at >= first + second ? 'empty' : at >= first ? 'second' : at >= first - away ? 'away' : 'first'
        return <rect key={at} className={look} x={4 + at * wide} y="4" width={wide} height="48" />
      })}
    </svg>
  )
}

/** 3 over 4. The digits are drawn by the style sheet: on a button “34” would be taken for a word that its name lacks. */
export function Frac({ numerator, denominator }: Fraction) {
  return (
    <span className="frac">
      <span data-digits={numerator} />
      <i />
      <span data-digits={denominator} />
    </span>
  )
}
