/**
 * What a person sees in a cell: narrow digits and letters, no invisible or direction marks, no blanks at the ends, and
 * without what table programs wrap around a text to keep it one: ="0012", =T("0012"), '0012. Never throws.
 */
export function plainCell(typed: string): string {
  let text = seen(typed)
  // a file that was opened and saved twice carries its wrapper twice
  for (let depth = 0; depth < 3; depth += 1) {
    const bare =
      /^=(?:T\()?"(.*)"\)?$/su.exec(text)?.[1]?.replaceAll('""', '"') ?? text.replace(/^['`‘’＇]/u, '')
    if (bare === text) return text
    text = seen(bare)
  }
  return text
}

/** Line ends stay: a cell may hold two telephone numbers, one below the other. */
function seen(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}\u2800]/gu, '')
    .replace(/(?:(?!\n)[\s\p{Cc}])+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim()
}
