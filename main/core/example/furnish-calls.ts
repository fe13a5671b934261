import { v7 } from 'uuid'
import type { CallEnd, CallQuality, TalkWay } from '#contract/calls.ts'
import { createFiling, type Sitting } from '../calls/call-book.ts'
import { createCallStore } from '../calls/call-store.ts'
import { createContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { pick, seededRandom, type Random } from '../learning/random-rules.ts'
import { createUsageService } from '../usage/service.ts'

export interface CallStay {
  /** UTC milliseconds. */
  readonly at: number
  readonly ms: number
  readonly trusted: boolean
}

const SECOND = 1000
/** How calls to the family end; most with a goodbye. */
const ends: readonly (readonly [upTo: number, how: CallEnd])[] = [
  [0.76, 'hung-up'],
  [0.79, 'link-lost'],
  [0.88, 'no-answer'],
  [0.93, 'offline'],
  [0.96, 'declined'],
  [0.98, 'busy'],
  [1, 'cancelled'],
]

/** Gives a stay behind the first door its calls: to somebody who may be called, in the log as real ones. */
export function createExampleCalls(room: Ground, seed: number): (who: Sitting, stay: CallStay) => void {
  // A chance of its own: what is generated beside the calls stays the same.
  const random = seededRandom(seed + 2)
  const newId = () =>
    v7({
      msecs: room.clock.wall(),
      random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
      seq: Math.floor(random() * 2 ** 31),
    })
  const stage = { ...room, random, newId }
  const contacts = createContactsService(stage, {
    media: { keep: () => Promise.reject(new Error('No example relative has a photograph')) },
    school: () => '',
    link: () => undefined,
  })
  const file = createFiling(stage, createCallStore(stage.db), createUsageService(stage))
  const known = new Map<string, readonly { readonly contactId: string; readonly way: TalkWay }[]>()
  const kinOf = (childId: string) => {
    const found =
      known.get(childId) ??
      contacts
        .reachable(childId)
        .filter(({ video, phone }) => video || phone)
        .map(({ contactId, video }) => ({ contactId, way: video ? ('video' as const) : ('phone' as const) }))
    known.set(childId, found)
    return found
  }

  return (who, { at, ms, trusted }) => {
    const kin = pick(kinOf(who.childId), random)
    if (!kin) return
    const how = endOf(random())
    const ringingMs = Math.round((4 + random() * 20) * SECOND)
    const talked = how === 'hung-up' || how === 'link-lost'
    const lengthMs = talked ? Math.max(0, Math.round(ms * (0.5 + random() * 0.4)) - ringingMs) : 0
    const call = {
      ...who,
      ...kin,
      callId: newId(),
      at,
      trusted,
      direction: 'out',
      ringingMs,
      lengthMs,
    } as const
    file(call, how, lengthMs > 0 ? qualityOf(random, how) : null)
  }
}

const endOf = (chance: number): CallEnd => ends.find(([upTo]) => chance < upTo)?.[1] ?? 'hung-up'

/** Of a country link: mostly well, some evenings badly. */
function qualityOf(random: Random, how: CallEnd): CallQuality {
  const bad = random() < 0.15
  const cuts = how === 'link-lost' || (bad && random() < 0.5) ? 1 + Math.floor(random() * 3) : 0
  const roundTripMs = Math.round((bad ? 250 : 40) + random() * 90)
  return {
    lossShare: random() * (bad ? 0.08 : 0.012),
    concealedShare: random() * (bad ? 0.13 : 0.02),
    frozenShare: random() * (bad ? 0.2 : 0.02),
    voiceShare: bad ? random() * 0.6 : 0,
    roundTripMs,
    worstRoundTripMs: roundTripMs * (2 + Math.floor(random() * 4)),
    longestCutMs: cuts > 0 ? Math.round((3 + random() * 40) * SECOND) : 0,
    cuts,
    worstFrameAgeMs: Math.round((bad ? 900 : 120) + random() * 400),
    firstFrameMs: Math.round(600 + random() * 1200),
    restarts: cuts,
    route: random() < 0.6 ? 'srflx/udp' : 'relay/tls',
  }
}
