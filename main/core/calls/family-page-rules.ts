import type { CardPresence, CallWay, FamilyCard, ServerState } from '#contract/calls.ts'
import type { KinCard } from '#contract/contacts.ts'
import type { Presence } from '#contract/wire.ts'

/** The ways that are agreed to, in their order. */
const waysOf = ({ video, phone, messages }: Pick<KinCard, 'video' | 'phone' | 'messages'>): CallWay[] => [
  ...(video ? (['video'] as const) : []),
  ...(phone ? (['phone'] as const) : []),
  ...(messages ? (['message'] as const) : []),
]

/** How reachable a relative is: as the server said last, unless it says nothing now. */
export function presenceOf(
  { video }: Pick<KinCard, 'video'>,
  server: ServerState,
  told: Presence | undefined,
): CardPresence {
  if (server.at === 'none' || server.at === 'away') return 'offline'
  if (!video) return 'phone-only'
  return told ?? 'away'
}

/** One relative for the family page; what only main may know stays behind. */
export function familyCard(
  { contactId, called, relation, city, photo, ...agreed }: KinCard,
  presence: CardPresence,
  lamps: Pick<FamilyCard, 'rang' | 'unseen'>,
): FamilyCard {
  const ways = waysOf(agreed)
  return {
    contactId,
    called,
    relation,
    city,
    ...(photo === undefined ? {} : { photo }),
    ways,
    presence,
    consentLimited: ways.length < 3,
    ...lamps,
  }
}
