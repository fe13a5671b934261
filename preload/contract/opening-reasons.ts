/** Why a diary may be opened: an emergency of the child's own safety, or what a law says (未成年人保护法 art. 63). */
export const openingReasons = ['harm', 'self-harm', 'missing', 'ill', 'harm-others', 'law'] as const
export type OpeningReason = (typeof openingReasons)[number]

/** How long it stays open, minutes. */
export const openingMinutes = [5, 15, 30] as const
export type OpeningMinutes = (typeof openingMinutes)[number]

/** To whom what was seen is reported (强制报告制度): police, civil affairs, the education bureau, a hospital, the guardian. */
export const reportTargets = ['police', 'civil-affairs', 'education', 'hospital', 'guardian'] as const
export type ReportTarget = (typeof reportTargets)[number]

/** The least that has to be said about why, characters without the blanks around. */
export const LEAST_WORDS = 20
