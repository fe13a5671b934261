import type { ClockTask } from '#core/learning/clocks/task-rules.ts'
import { hourOf, hourOnFace, minuteOf } from '#core/learning/clocks/time-rules.ts'
import type { SayOfClocks } from './words.ts'

/** A time in words. `face`: as a face shows it, twelve for nought. */
export function said(t: SayOfClocks, time: number, face = true): string {
  const hour = face ? hourOnFace(time) : hourOf(time)
  const minute = minuteOf(time)
  return minute === 0
    ? t('time-full', { hour })
    : t('time', { hour, minute, padded: `${minute}`.padStart(2, '0') })
}

/** The question, as it is shown and read aloud. */
export function question(t: SayOfClocks, task: ClockTask, whole: boolean): string {
  switch (task.kind) {
    case 'read':
      return t(whole ? 'ask.read-hour' : 'ask.read')
    case 'set':
      return t('ask.set', { time: said(t, task.time) })
    case 'shift': {
      const minutes = Math.abs(task.minutes)
      return task.minutes > 0 ? t('ask.later', { minutes }) : t('ask.earlier', { minutes })
    }
    case 'between':
      return t('ask.between')
    case 'write-day':
      return t('ask.write-day')
    case 'set-day':
      return t('ask.set-day', { time: said(t, task.time, false) })
    case 'trip':
      return t('ask.trip', { from: said(t, task.from, false), to: said(t, task.to, false) })
  }
}

/** Where the hands point, for who does not see them; the time itself stays to be found. */
export function handsText(t: SayOfClocks, time: number): string {
  const hour = hourOnFace(time)
  const minute = minuteOf(time)
  const short = minute === 0 ? t('hands.on', { hour }) : t('hands.past', { hour, next: (hour % 12) + 1 })
  const long =
    minute % 5 === 0 ? t('hands.number', { number: minute / 5 || 12 }) : t('hands.line', { line: minute })
  return t('hands.both', { short, long })
}
