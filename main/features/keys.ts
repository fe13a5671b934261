import { ok } from '#core/kernel/result.ts'
import type { Escrow } from '#core/keys/escrow.ts'
import type { Rescue } from '#core/keys/rescue.ts'
import type { Handlers } from './feature.ts'

export const keysHandlers = (rescue: Rescue, escrow: Pick<Escrow, 'renewSoon'>): Handlers<'keys'> => ({
  look: () => ok(rescue.look()),
  open: ({ recoveryKey }) => {
    const opened = rescue.open(recoveryKey)
    // What opens here now goes into the escrow, too.
    escrow.renewSoon()
    return opened
  },
})
