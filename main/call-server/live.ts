import type { Presence } from '#contract/wire.ts'
import type { Clock } from '#core/kernel/clock.ts'

/** What a parent's page is told without asking. */
export type PageEvent =
  | { readonly event: 'waiting'; readonly child: string }
  | { readonly event: 'message'; readonly id: string }
  /** What GET /api/parent/home answers has changed. */
  | { readonly event: 'changed' }
  | { readonly event: 'revoked' }

export interface Stream {
  readonly device: string
  readonly contact: string
  send(event: PageEvent): void
  end(): void
}

/** What a seat is told without asking: something waits. It asks what, as a seat that was told nothing does from time to time. */
export interface SeatEvent {
  readonly event: 'waiting'
}

export interface SeatStream {
  readonly seat: string
  readonly room: string
  send(event: SeatEvent): void
  end(): void
}

/** A page that beats every 20 s may miss one. */
const HERE_MS = 45_000
/** How long a child is taken to be waiting after the seat said so. */
const WAITING_MS = 60_000

/** Who is there at this moment; forgotten by a restart, right again after one heartbeat. */
export interface Live {
  /**
   * The page stands at the proxy and can be rung; believed while its stream is open, or for two heartbeats. An open stream alone
   * says less: on a slow phone the page reads its messages long before the part that makes calls has arrived.
   */
  here(device: string, contact: string): void
  away(device: string): void
  presence(contact: string): Presence
  /** The child waits for this relative; told to their open pages. */
  wait(contact: string, child: string): void
  /** Whether the child waits, for pages that only beat. */
  isWaitingFor(contact: string): boolean
  /** A later stream of the same device takes the place of the one before. */
  open(stream: Stream): void
  close(stream: Stream): void
  tell(contact: string, event: PageEvent): void
  streams(): readonly Stream[]
  /** A later stream of the same seat takes the place of the one before. */
  openSeat(stream: SeatStream): void
  closeSeat(stream: SeatStream): void
  tellRoom(room: string, event: SeatEvent): void
  endAll(): void
}

export function createLive(clock: Pick<Clock, 'monotonic'>): Live {
  const beats = new Map<string, { contact: string; until: number }>()
  const waits = new Map<string, number>()
  const streams = new Map<string, Stream>()
  const seats = new Map<string, SeatStream>()

  const forgetOld = (): void => {
    const now = clock.monotonic()
    for (const [device, { until }] of beats) if (until <= now && !streams.has(device)) beats.delete(device)
    for (const [contact, until] of waits) if (until <= now) waits.delete(contact)
  }
  const tell = (contact: string, event: PageEvent): void => {
    for (const stream of streams.values()) if (stream.contact === contact) stream.send(event)
  }
  return {
    here(device, contact) {
      forgetOld()
      beats.set(device, { contact, until: clock.monotonic() + HERE_MS })
    },
    away: (device) => void beats.delete(device),
    presence(contact) {
      forgetOld()
      return [...beats.values()].some((beat) => beat.contact === contact) ? 'open' : 'away'
    },
    wait(contact, child) {
      forgetOld()
      waits.set(contact, clock.monotonic() + WAITING_MS)
      tell(contact, { event: 'waiting', child })
    },
    isWaitingFor: (contact) => (waits.get(contact) ?? 0) > clock.monotonic(),
    open(stream) {
      streams.get(stream.device)?.end()
      streams.set(stream.device, stream)
    },
    close(stream) {
      if (streams.get(stream.device) !== stream) return
      streams.delete(stream.device)
      beats.delete(stream.device)
    },
    tell,
    streams: () => [...streams.values()],
    openSeat(stream) {
      seats.get(stream.seat)?.end()
      seats.set(stream.seat, stream)
    },
    closeSeat(stream) {
      if (seats.get(stream.seat) === stream) seats.delete(stream.seat)
    },
    tellRoom(room, event) {
      for (const stream of seats.values()) if (stream.room === room) stream.send(event)
    },
    endAll() {
      for (const stream of [...streams.values(), ...seats.values()]) stream.end()
      streams.clear()
      seats.clear()
      beats.clear()
    },
  }
}
