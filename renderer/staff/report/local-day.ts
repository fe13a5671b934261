const two = (value: number) => String(value).padStart(2, '0')

/** The calendar day of this seat, YYYY-MM-DD. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
