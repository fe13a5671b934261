/** What a child's minutes are spent on. `home` is the room between the doors. */
export type Spending = 'call' | 'learn' | 'play' | 'diary' | 'me' | 'home'

/** Only games eat the game allowance: calls, learning and the diary never do (H6). */
export function eatsGameMinutes(spending: Spending): boolean {
  return spending === 'play'
}

/** Whether the sun rests: in a call always, elsewhere while a teacher paused. A call cannot be paused (H6). */
export function isResting(spending: Spending, paused: boolean): boolean {
  return spending === 'call' || paused
}

/** Whether a teacher's pause closes this door. */
export function isClosedByPause(spending: Spending, paused: boolean): boolean {
  return paused && spending !== 'call'
}

/** The room's limits a day; 0 turns means no limit, 0 game minutes means no games. */
export interface Allowance {
  readonly turnsADay: number
  readonly gameMinutes: number
}

/** What the child had today. */
export interface SpentToday {
  readonly turns: number
  readonly gameMs: number
}

/** Whether another turn may begin today. A call to the family may always be made, so it is asked apart. */
export function mayBegin(allowance: Allowance, spent: SpentToday): boolean {
  return allowance.turnsADay <= 0 || spent.turns < allowance.turnsADay
}

/** Milliseconds of games left today, never negative. */
export function gameLeft(allowance: Allowance, spent: SpentToday): number {
  const left = allowance.gameMinutes * 60_000 - Math.max(0, spent.gameMs)
  return Number.isFinite(left) ? Math.max(0, left) : 0
}
