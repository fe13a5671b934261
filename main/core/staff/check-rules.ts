/**
 * Whether a person's background check has to be made (again): before they start, then every year (未成年人保护法 art. 62).
 * Days are local, YYYY-MM-DD. A day in the future is a slip of the pen and does not count as checked.
 */
export function isCheckDue(checkedOn: string | null, today: string): boolean {
  if (checkedOn === null || checkedOn > today) return true
  const nextYear = String(Number(checkedOn.slice(0, 4)) + 1).padStart(4, '0')
  return today > nextYear + checkedOn.slice(4)
}

/** The local calendar day, YYYY-MM-DD, of a UTC time in milliseconds; the offset is minutes east of UTC. */
export function localDay(at: number, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 10)
}
