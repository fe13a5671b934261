/** Digits that Excel, WPS and pandas keep of a number; those behind become zeros, without a word. */
export const KEPT_DIGITS = 15

/**
 * What a person sees in a cell: narrow digits and letters, no invisible or direction marks, no blanks at the ends, and
 * without what table programs wrap around a text to keep it one: ="0012", =T("0012"), '0012, "0012". Never throws.
 */
export function plainCell(typed: string): string {
  let text = seen(typed)
  // a file that was opened and saved twice carries its wrapper twice
  for (let depth = 0; depth < 3; depth += 1) {
    const bare =
      /^(?:=(?:T\()?)?"(.*)"\)?$/su.exec(text)?.[1]?.replaceAll('""', '"') ?? text.replace(/^['`‘’＇]/u, '')
    if (bare === text) return text
    text = seen(bare)
  }
  return text
}

/** Line ends stay: a cell may hold two telephone numbers, one below the other. */
function seen(typed: string): string {
  return typed
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Co}\p{Cn}\u2800]/gu, '')
    .normalize('NFKC')
    .replace(/(?:(?!\n)[\s\p{Cc}])+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim()
}

/**
 * 20230101.0 and 2.0230101E+07, as pandas and narrow columns write a number, are 20230101; other texts stay. Null where
 * digits are lost: 4.40883E+17. `text` is a plain cell without blanks.
 */
export function wholeNumber(text: string): string | null {
  const whole = /^(\d+)\.0*$/.exec(text)?.[1]
  if (whole !== undefined) return whole.length > KEPT_DIGITS ? null : whole
  const [, first, rest = '', power] = /^(\d)(?:\.(\d*))?E\+?(\d{1,3})$/iu.exec(text) ?? []
  if (first === undefined) return text
  const digits = first + rest
  return digits.length === Number(power) + 1 && digits.length <= KEPT_DIGITS ? digits : null
}
