import { ok } from '#core/kernel/result.ts'
import type { Rescue } from '#core/keys/rescue.ts'
import type { Handlers } from './feature.ts'

export const keysHandlers = (rescue: Rescue): Handlers<'keys'> => ({
  look: () => ok(rescue.look()),
  open: ({ recoveryKey }) => rescue.open(recoveryKey),
})
