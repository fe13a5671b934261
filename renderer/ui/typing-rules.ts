export interface Fitted {
  /** What stands in the field then. */
  readonly text: string
  /** Where the caret belongs: after what was put in. */
  readonly caret: number
  /** Characters of what was typed or pasted that found no room. */
  readonly left: number
}

/**
 * Puts what was typed or pasted into a field of at most `most` UTF-16 units (as the contract counts). What stood there stays, after the caret
 * too; of the new as much goes in as fits, never half a character, and what did not is counted, so that it can be said.
 * A text that was longer before may be made shorter.
 */
export function fitTyped(before: string, after: string, most: number): Fitted {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (isInside(after, start) || isInside(before, start)) start -= 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (isInside(after, after.length - end) || isInside(before, before.length - end)) end -= 1
  const typed = after.slice(start, after.length - end)
  if (after.length <= most || after.length <= before.length)
    return { text: after, caret: start + typed.length, left: 0 }
  let taken = ''
  for (const character of typed) {
    if (start + taken.length + character.length + end > most) break
    taken += character
  }
  return {
    text: after.slice(0, start) + taken + after.slice(after.length - end),
    caret: start + taken.length,
    left: Array.from(typed.slice(taken.length)).length,
  }
}

/** Whether a place is between the two units of one character: 𠮷 and 𠮶 begin alike. */
const isInside = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/**
 * What was chosen already of a text that an input method still holds: its raw letters (nihao, ni'hao) are no words yet. For
 * somebody who leaves the field in the middle; who ends with Enter means the letters.
 */
export const chosenOf = (composed: string): string => composed.replaceAll(/[\p{Script=Latin}'’ ]+/gu, '')
