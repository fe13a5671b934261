export type Greeting = 'morning' | 'noon' | 'afternoon' | 'evening'

/** The greeting for an hour of the wall clock, 0 to 23. */
export function greetingAt(hour: number): Greeting {
  if (hour >= 5 && hour < 11) return 'morning'
  if (hour >= 11 && hour < 13) return 'noon'
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening'
}
