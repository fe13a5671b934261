import type { UpdatesLook } from '#contract/updates.ts'

export const updateSteps = ['signature', 'newer', 'beside', 'wait', 'watch'] as const
export type UpdateStepName = (typeof updateSteps)[number]

/** How many of the steps are done, 0 to 5; the next one is under way. Undefined where no update is to be seen at all. */
export function stepsDone({ step, offered, isAsked }: UpdatesLook): number | undefined {
  switch (step) {
    case 'checking':
      return 2
    case 'ready':
      return 3
    case 'trying':
      return 4
    case 'done':
      // A newer one on the stick begins again.
      return offered ? 2 : 5
    case 'idle':
    case 'refused':
    case 'gone-back':
      return offered || isAsked ? 2 : undefined
    case 'going-back':
      return undefined
  }
}
