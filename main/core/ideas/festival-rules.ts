import { moonDays, moonFestivals } from './moon-days-rules.ts'
import type { Day } from './solar-term-rules.ts'

export const festivals = [
  'new-years-day', 'tree-day', 'labour-day', 'childrens-day', 'teachers-day', 'national-day', 'laba', 'little-new-year',
  'new-years-eve', 'spring-festival', 'lantern-festival', 'dragon-head', 'dragon-boat', 'qixi', 'mid-autumn',
  'double-ninth',
] as const // prettier-ignore
export type Festival = (typeof festivals)[number]

const bySun: Readonly<Record<string, Festival>> = {
  '01-01': 'new-years-day',
  '03-12': 'tree-day',
  '05-01': 'labour-day',
  '06-01': 'childrens-day',
  '09-10': 'teachers-day',
  '10-01': 'national-day',
}
/** The festival of a day; one by the moon before one by the sun. */
export function festivalOf(day: Day): Festival | undefined {
  const moon = moonDays[day.slice(0, 4)]?.split(' ').indexOf(day.slice(5)) ?? -1
  return moonFestivals[moon] ?? bySun[day.slice(5)]
}
