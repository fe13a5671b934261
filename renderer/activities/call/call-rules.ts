import type { CallState } from '../../calls/client.ts'

export interface BridgeLook {
  readonly planks: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7
  readonly carries: 'video' | 'voice' | 'nothing'
  /** `call.link.<words>` */
  readonly words: 'good' | 'fair' | 'weak' | 'voice' | 'back' | 'coming'
}

/** The bridge of a call: planks for its quality, its colour for what it carries. */
export function bridgeOf(state: CallState): BridgeLook {
  if (state.at === 'recovering') return { planks: 0, carries: 'nothing', words: 'back' }
  if (state.at !== 'talking') return { planks: 0, carries: 'nothing', words: 'coming' }
  const { quality, shown } = state
  // A voice needs few planks to come across; it is never shown as a bridge that is gone.
  if (shown === 'voice') return { planks: quality < 3 ? 3 : quality, carries: 'voice', words: 'voice' }
  const words = quality >= 6 ? 'good' : quality >= 3 ? 'fair' : 'weak'
  return { planks: quality, carries: 'video', words }
}
