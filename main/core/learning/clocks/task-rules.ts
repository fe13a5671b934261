import { DAY, HALF_DAY, hourOf, minuteOf, timeOf, timeText } from './time-rules.ts'

/** What is asked of a clock. Times are minutes from midnight; on a face, from twelve (0 to 719). */
export type ClockTask =
  /** What time is it? */
  | { readonly kind: 'read'; readonly time: number }
  /** Turn the hands. */
  | { readonly kind: 'set'; readonly time: number }
  /** What time is it so many minutes later (less than 0: before)? */
  | { readonly kind: 'shift'; readonly time: number; readonly minutes: number }
  /** How long from one to the other, on two faces. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /** A face and the sun or the moon: what does a clock of 24 hours show? */
  | { readonly kind: 'write-day'; readonly time: number }
  /** A time of 24 hours: turn the hands. */
  | { readonly kind: 'set-day'; readonly time: number }
  /** How long a journey takes, by a timetable of 24 hours. */
  | { readonly kind: 'trip'; readonly from: number; readonly to: number }

/** The name of a task, for the book of mistakes. */
export function keyOf(task: ClockTask): string {
  switch (task.kind) {
    case 'shift':
      return `shift ${timeText(task.time)} ${task.minutes}`
    case 'between':
    case 'trip':
      return `${task.kind} ${timeText(task.from)} ${timeText(task.to)}`
    case 'read':
    case 'set':
    case 'set-day':
    case 'write-day':
      return `${task.kind} ${timeText(task.time)}`
  }
}

/** The task of a name; null for what is none. */
export function taskOf(key: string): ClockTask | null {
  const [kind, first = '', second = '', more] = key.split(' ')
  const [time, to] = [timeOf(first), timeOf(second)]
  if (time === undefined || more !== undefined) return null
  switch (kind) {
    case 'read':
    case 'set':
      return second === '' && time < HALF_DAY ? { kind, time } : null
    case 'write-day':
    case 'set-day':
      return second === '' ? { kind, time } : null
    case 'shift': {
      const minutes = /^-?[1-9]\d{0,2}$/.test(second) ? Number(second) : 0
      return minutes !== 0 && time < HALF_DAY ? { kind, time, minutes } : null
    }
    case 'between':
      return to !== undefined && time < to && to < HALF_DAY ? { kind, from: time, to } : null
    case 'trip':
      return to !== undefined && time < to ? { kind, from: time, to } : null
    case undefined:
    default:
      return null
  }
}

/** What the fields of an answer hold; none where hands are turned. */
export type FieldKind = 'hour' | 'hour-of-day' | 'minute' | 'hours' | 'minutes'

/** The largest number that a field takes. */
export const mostIn: Readonly<Record<FieldKind, number>> = {
  hour: 12,
  'hour-of-day': 23,
  minute: 59,
  hours: 23,
  minutes: 59,
}

/** `whole`: only whole hours are asked at this level. */
export function fieldsOf(task: ClockTask, whole: boolean): readonly FieldKind[] {
  switch (task.kind) {
    case 'set':
    case 'set-day':
      return []
    case 'read':
      return whole && minuteOf(task.time) === 0 ? ['hour'] : ['hour', 'minute']
    case 'shift':
      return ['hour', 'minute']
    case 'write-day':
      return ['hour-of-day', 'minute']
    case 'between':
    case 'trip':
      return task.to - task.from < 60 ? ['minutes'] : ['hours', 'minutes']
  }
}

/** The answer: minutes of a clock's time, or of how long it took. */
export function answerOf(task: ClockTask): number {
  switch (task.kind) {
    case 'set-day':
      return task.time % HALF_DAY
    case 'shift':
      return (task.time + task.minutes + DAY) % HALF_DAY
    case 'between':
    case 'trip':
      return task.to - task.from
    case 'read':
    case 'set':
    case 'write-day':
      return task.time
  }
}

/** Where the jumps of a way through time land: from the first to the last, over the whole hours between that matter. */
export function stopsOf(from: number, to: number): readonly number[] {
  const [low, high] = from < to ? [from, to] : [to, from]
  const first = Math.ceil(low / 60) * 60
  const last = hourOf(high) * 60
  const stops = [low, ...(first <= last ? [first, last] : []), high]
  const way = [...new Set(stops)]
  return from < to ? way : way.toReversed()
}
