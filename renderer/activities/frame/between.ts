import { createHolder, type Watched } from '../../calls/observable.ts'

const count = createHolder(0)

/** Goes up whenever an exercise is over and the next one has not been begun: the moment at which nothing is interrupted. */
export const exercisesOver: Watched<number> = count

export const exerciseOver = (): void => count.set(count.now() + 1)
