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

/**
 * Whether another turn may begin today. A call to the family may always be made, so it is asked apart.
 * @param turnsADay 0 = no limit
 * @param turns begun today
 */
export function mayBegin(turnsADay: number, turns: number): boolean {
  return turnsADay <= 0 || turns < turnsADay
}

/** Milliseconds of games left today, never negative. */
export function gameLeft(gameMinutes: number, spentMs: number): number {
  const left = gameMinutes * 60_000 - Math.max(0, spentMs)
  return Number.isFinite(left) ? Math.max(0, left) : 0
}
