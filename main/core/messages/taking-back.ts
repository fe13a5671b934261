import type { SeatLine } from '../calls/seat-line.ts'
import type { MessageStore } from './store.ts'
import { LINE, type Tries } from './tries.ts'

export interface TakingBackParts {
  readonly line: Pick<SeatLine, 'askPlainly'>
  readonly store: Pick<MessageStore, 'takenBack' | 'forgetTakenBack'>
  readonly tries: Tries
}

/**
 * What a child took back: what the server has of it goes there too, however often the program starts until then. A message that
 * has arrived is its receiver's, a page of the diary stays the child's. Tells the server; what it could not be told is told the next time.
 */
export function createTakingBack({ line, store, tries }: TakingBackParts): { tellAll(): Promise<void> } {
  return {
    tellAll: async () => {
      for (const { id, isPage } of store.takenBack()) {
        if (!tries.isDue(LINE)) return
        if (!tries.isDue(id)) continue
        const path = `/api/seat/messages/${id}${isPage ? '?page=1' : ''}`
        const answer = await line.askPlainly({ method: 'DELETE', path })
        const failure = answer.ok ? undefined : answer.error
        if (failure?.at === 'away') return tries.failed(LINE, 'away')
        // Unknown: it never had any of it, or all of it has arrived and is the receiver's.
        if (failure && failure.problem !== 'unknown') tries.failed(id, failure.problem, failure.waitMs)
        else {
          store.forgetTakenBack(id)
          tries.done(id)
        }
      }
    },
  }
}
