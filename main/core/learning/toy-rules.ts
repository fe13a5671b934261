/**
 * Activities that are big toys: their minutes count against the day's allowance (H6). Known by name, so that a turn can be
 * kept without the rules of every activity being read from disk; `activity-laws.test.ts` holds it against them.
 */
const toys: ReadonlySet<string> = new Set()

export const isToy = (activity: string): boolean => toys.has(activity)
