import type { SeatLine } from '../calls/seat-line.ts'

/**
 * What a child took back while it waited to go up: what the server has of it already goes there too. Forgotten by a restart; the
 * server keeps nothing unfinished for longer than a day.
 */
export interface TakingBack {
  add(id: string): void
  /** Tells the server; what it could not be told is told the next time. */
  tellAll(): Promise<void>
}

export function createTakingBack(line: Pick<SeatLine, 'askPlainly'>): TakingBack {
  const ids = new Set<string>()
  return {
    add: (id) => void ids.add(id),
    tellAll: async () => {
      for (const id of ids) {
        const answer = await line.askPlainly({ method: 'DELETE', path: `/api/seat/messages/${id}` })
        if (!answer.ok && answer.error.at === 'away') return
        // Also where it knows nothing of it, or where all of it has arrived: that is the receiver's.
        ids.delete(id)
      }
    },
  }
}
