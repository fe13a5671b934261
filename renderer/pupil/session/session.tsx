import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Place, SessionNow } from '#contract/sessions.ts'
import type { Known, SessionStore } from './session-store.ts'

export const SessionContext = createContext<SessionStore | undefined>(undefined)

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext)
  if (!store) throw new Error('a page of a child stands outside the session')
  return store
}

/** Is somebody sitting here? Renders only when that changes. */
export function useKnownKind(): Known['kind'] {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, () => store.known().kind)
}

/**
 * One part of the running session; renders only when that part changes, never for the passing of time.
 * @param select answers the same object for the same fact (the store keeps `child`)
 */
export function useSession<T>(select: (session: SessionNow) => T): T | undefined {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, () => {
    const known = store.known()
    return known.kind === 'somebody' ? select(known.session) : undefined
  })
}

const child = (session: SessionNow) => session.child
const phase = (session: SessionNow) => session.phase
const paused = (session: SessionNow) => session.paused

/** Whose session this is. Only inside a session. */
export function useChild() {
  const now = useSession(child)
  if (!now) throw new Error('nobody sits here')
  return now
}

export const usePhase = () => useSession(phase)
export const usePaused = () => useSession(paused) ?? false

/** `go('home')`, `go('diary-page', id)`. */
export function useGo(): (name: Place['name'], page?: string) => void {
  const store = useSessionStore()
  return (name, page) => store.move(page === undefined ? { name } : { name, page })
}
