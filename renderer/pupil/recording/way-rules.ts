/** How many dots of the way a recording has filled: the last one only when it is full. */
export const dotsFilled = (passedMs: number, mostMs: number, dots: number): number =>
  mostMs <= 0 ? 0 : Math.min(dots, Math.floor((passedMs / mostMs) * dots))

/** The last fifth: time to say goodbye. */
export const isNearlyFull = (passedMs: number, mostMs: number): boolean => passedMs > mostMs * 0.8
