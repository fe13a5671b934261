/** Minutes of half a day: once round for the short hand. */
export const HALF_DAY = 720
export const DAY = 1440

export const hourOf = (minutes: number): number => Math.floor(minutes / 60)
export const minuteOf = (minutes: number): number => minutes % 60

/** The hour as the face of a clock writes it: 12, not 0. */
export const hourOnFace = (minutes: number): number => hourOf(minutes % HALF_DAY) || 12

/** “7:05” */
export const timeText = (minutes: number): string =>
  `${hourOf(minutes)}:${`${minuteOf(minutes)}`.padStart(2, '0')}`

/** Minutes out of “7:05”, 0:00 to 23:59; undefined for what is no time. */
export function timeOf(text: string): number | undefined {
  const [, hour, minute] = /^(\d|1\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute)
}

/** The part of the day as a picture tells it. */
export const partOfDay = (time: number): 'morning' | 'noon' | 'afternoon' | 'evening' =>
  time < HALF_DAY ? 'morning' : time < 13 * 60 ? 'noon' : time < 18 * 60 ? 'afternoon' : 'evening'

/** A time as a face shows it: 12:05, never 0:05. */
export const faceText = (time: number): string =>
  `${hourOnFace(time)}:${timeText(time % HALF_DAY).split(':')[1] ?? ''}`

/** Degrees from twelve, with the clock. */
export const shortHand = (minutes: number): number => (minutes % HALF_DAY) / 2
export const longHand = (minutes: number): number => minuteOf(minutes) * 6

/** The time that a clock shows after its long hand was turned to an angle, the shorter way round; the short hand goes along. `step`: minutes that it clicks into. */
export function turnedLong(minutes: number, degrees: number, step: number): number {
  const to = (Math.round(degrees / 6 / step) * step) % 60
  const way = ((to - minuteOf(minutes) + 90) % 60) - 30
  return (minutes + way + HALF_DAY) % HALF_DAY
}

/** The time after the short hand was turned to an angle; the minutes stay. */
export function turnedShort(minutes: number, degrees: number): number {
  const hour = Math.round((degrees - minuteOf(minutes) / 2) / 30)
  return (((hour + 12) % 12) * 60 + minuteOf(minutes)) % HALF_DAY
}
