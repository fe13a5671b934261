import type { Refusal } from '#contract/refusal.ts'
import type { CardWish, MadeCard } from '#core/provisioning/make-card.ts'
import type { Result } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

export const provisioningHandlers = (
  make: (wish: CardWish) => Promise<Result<MadeCard, Refusal>>,
): Handlers<'provisioning'> => ({ make })
