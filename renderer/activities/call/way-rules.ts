import type { FamilyCard, TalkWay } from '#contract/calls.ts'
import type { KinState } from '#ui/child/kin-card.tsx'

/** How to call somebody now: a picture where their page is open, else the telephone, else their page all the same. */
export function wayTo({ ways, presence }: Pick<FamilyCard, 'ways' | 'presence'>): TalkWay | null {
  if (presence === 'offline') return null
  if (ways.includes('video') && presence === 'open') return 'video'
  if (ways.includes('phone')) return 'phone'
  return ways.includes('video') ? 'video' : null
}

/**
 * The other way to the same person, where it is worth offering (C5): the telephone beside a picture that does not come, the
 * picture again once their page is open. Null without a server, or where that way was not agreed to.
 */
export function otherWay(
  { ways, presence }: Pick<FamilyCard, 'ways' | 'presence'>,
  way: TalkWay,
): TalkWay | null {
  if (presence === 'offline') return null
  if (way === 'video') return ways.includes('phone') ? 'phone' : null
  return ways.includes('video') && presence === 'open' ? 'video' : null
}

/**
 * What a card shows. Without a server nobody can be called, but a message can be left for later; `closed` is somebody for
 * whom no way at all is agreed to.
 */
export function kinState(card: Pick<FamilyCard, 'ways' | 'presence'>): KinState {
  const mayWrite = card.ways.includes('message')
  if (!card.ways.includes('video') && !card.ways.includes('phone')) return mayWrite ? 'message' : 'closed'
  if (card.presence === 'offline') return mayWrite ? 'message' : 'offline'
  if (wayTo(card) === 'phone') return 'phone'
  return card.presence === 'open' ? 'open' : 'away'
}

const order: readonly KinState[] = ['open', 'phone', 'away', 'message', 'offline', 'closed']

/** Who else could be called, the likeliest first; those who cannot be called now are left out. */
export function others(cards: readonly FamilyCard[], than: string): readonly FamilyCard[] {
  return cards
    .filter((card) => card.contactId !== than && wayTo(card) !== null)
    .toSorted((a, b) => order.indexOf(kinState(a)) - order.indexOf(kinState(b)))
}
