import type { Place, SessionChild, SessionNow } from '#contract/sessions.ts'
import { call, hear } from '../../api/house.ts'

export type Known =
  /** Not asked yet. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody' }
  /** `heardAt`: monotonic ms of this window at which `session` was true. */
  | { readonly kind: 'somebody'; readonly session: SessionNow; readonly heardAt: number }

/** What the store needs of the world; a test hands in its own. */
export interface SessionHouse {
  now(): Promise<SessionNow | null>
  move(place: Place): Promise<boolean>
  hear(listener: (session: SessionNow | null) => void): () => void
  monotonic(): number
}

export interface SessionStore {
  readonly known: () => Known
  readonly subscribe: (listener: () => void) => () => void
  /** Begins to listen; answers how to stop. */
  start(): () => void
  /** Goes to a place at once and tells main, so that a crash comes back to it. */
  move(place: Place): void
  set(session: SessionNow | null): void
  /** Asks main again. */
  refresh(): Promise<void>
  /** Where the child was before “goodbye”. */
  before(): Place
}

function createSessionStore(house: SessionHouse): SessionStore {
  let known: Known = { kind: 'asking' }
  let heard = 0
  let moving: Place | undefined
  let before: Place = { name: 'home' }
  const listeners = new Set<() => void>()

  const set = (session: SessionNow | null) => {
    heard++
    if (session) {
      const old = known.kind === 'somebody' ? known.session : undefined
      const child = sameChild(old?.child, session.child)
      // While main is being told of a move, what it said before is not where the child is.
      known = {
        kind: 'somebody',
        session: { ...session, child, place: moving ?? session.place },
        heardAt: house.monotonic(),
      }
    } else {
      moving = undefined
      before = { name: 'home' }
      known = { kind: 'nobody' }
    }
    for (const listener of listeners) listener()
  }

  const refresh = async () => {
    const asked = heard
    const session = await house.now()
    // An event that came meanwhile is newer than this answer.
    if (asked === heard) set(session)
  }

  return {
    known: () => known,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      const stop = house.hear(set)
      void refresh()
      return stop
    },
    move(place) {
      if (known.kind !== 'somebody') return
      if (place.name === 'goodbye' && known.session.place.name !== 'goodbye') before = known.session.place
      moving = place
      known = { ...known, session: { ...known.session, place } }
      for (const listener of listeners) listener()
      void house.move(place).then((taken) => {
        if (moving === place) moving = undefined
        return taken ? undefined : refresh()
      })
    },
    set,
    refresh,
    before: () => before,
  }
}

/** Keeps the old object where nothing changed, so that faces are not drawn again. */
function sameChild(old: SessionChild | undefined, next: SessionChild): SessionChild {
  return old && JSON.stringify(old) === JSON.stringify(next) ? old : next
}

/** The store over the bridge. */
export function sessionOverBridge(): SessionStore {
  return createSessionStore({
    now: async () => {
      const answer = await call('sessions.now')
      return answer.ok ? answer.value : null
    },
    move: async (place) => (await call('sessions.move', place)).ok,
    hear: (listener) => hear('session.changed', listener),
    monotonic: () => performance.now(),
  })
}
