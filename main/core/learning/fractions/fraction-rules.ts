export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))

/** Least common multiple. */
export const commonOf = (one: number, other: number): number => (one / divisor(one, other)) * other

/** Less than 0 where `one` is smaller, 0 where both are equal. */
export const compared = (one: Fraction, other: Fraction): number =>
  one.numerator * other.denominator - other.numerator * one.denominator

/** Both in the same parts: parts of a whole, and how many each has. */
export function inCommon(
  one: Fraction,
  other: Fraction,
): { readonly parts: number; readonly first: number; readonly second: number } {
  const parts = commonOf(one.denominator, other.denominator)
  return {
    parts,
    first: (one.numerator * parts) / one.denominator,
    second: (other.numerator * parts) / other.denominator,
  }
}

/** In the smallest numbers. */
export function lowest({ numerator, denominator }: Fraction): Fraction {
  const by = divisor(numerator, denominator)
  return { numerator: numerator / by, denominator: denominator / by }
}

export const fractionText = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`

/** “3/4”, both from 1 to 99. */
export function fractionOf(text: string): Fraction | undefined {
  const [, numerator, denominator] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(text) ?? []
  return numerator === undefined || denominator === undefined
    ? undefined
    : { numerator: Number(numerator), denominator: Number(denominator) }
}
