/** Our one scheme and its origins. A window never spells them: it uses addresses relative to its own page. */
export const scheme = 'app'

export type WindowName = 'pupil' | 'staff'
export const windowNames = ['pupil', 'staff'] as const satisfies readonly WindowName[]

export const originOf = (window: WindowName): string => `${scheme}://${window}`
export const startPage = (window: WindowName): string => `${originOf(window)}/`

/** Which of our windows' origins an address belongs to; exact, so neither `app://pupil.evil` nor `app://pupil@evil`. */
export function windowOf(url: string | undefined): WindowName | undefined {
  if (url === undefined) return undefined
  return windowNames.find((name) => url === originOf(name) || url.startsWith(startPage(name)))
}
