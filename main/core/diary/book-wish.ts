import type { SessionNow } from '#contract/sessions.ts'
import type { BookWish } from '#contract/year-book.ts'
import type { SessionsService } from '../sessions/service.ts'

/** That a child has its year book lie ready to be printed. In memory only, and no longer than that child's turn. */
export interface BookWishes {
  ready(leaves: number): void
  close(): void
  now(): BookWish | null
  onChange(listener: () => void): void
}

export function createBookWishes(sessions: Pick<SessionsService, 'now' | 'onChange'>): BookWishes {
  const listeners = new Set<() => void>()
  let wish: { readonly sessionId: string; readonly leaves: number } | undefined
  const set = (next: typeof wish): void => {
    wish = next
    for (const listener of listeners) listener()
  }
  const turn = (): SessionNow | undefined => {
    const now = sessions.now()
    return now && now.id === wish?.sessionId ? now : undefined
  }
  sessions.onChange(() => {
    if (wish && !turn()) set(undefined)
  })
  return {
    ready: (leaves) => {
      const now = sessions.now()
      if (now) set({ sessionId: now.id, leaves })
    },
    close: () => set(undefined),
    now: () => {
      const now = turn()
      if (!now || !wish) return null
      const { id: childId, name: childName, face } = now.child
      return { childId, childName, face, leaves: wish.leaves }
    },
    onChange: (listener) => void listeners.add(listener),
  }
}
