import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { ServerState } from '#contract/calls.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { signedText } from '#contract/wire-signing.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Membership } from './membership.ts'
import { hexHash, signText } from './signing-keys.ts'
import { refusalOf } from './trouble-rules.ts'
import { askServer, type WireFailure, type WireRequest } from './wire-request.ts'
import { listenToServer } from './wire-stream.ts'

/** Longer nobody waits for an answer (calls.md, rule 8). */
export const PATIENCE_MS = 4000

export type SeatRequest = Pick<WireRequest, 'method' | 'path' | 'headers' | 'answer'> & {
  /** Goes out as JSON. */
  readonly body?: unknown
  /** Goes out as it is, instead of `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly timeoutMs?: number
}

/** Signed requests of this seat to its call server, and how the last one went. */
export interface SeatLine {
  /** Asks and reads the answer in its shape; an answer of another shape is `call-server-refused`. Never throws. */
  ask<T>(request: SeatRequest, shape: z.ZodType<T>): Promise<Result<T, Refusal>>
  /** As `ask`, with the server's own words for a refusal. */
  askPlainly(request: SeatRequest): Promise<Result<unknown, WireFailure>>
  /** Listens until the stream ends; `heard` at each event, and once when it is open. Never throws. */
  listen(path: string, heard: () => void): Promise<void>
  state(): ServerState
  /** Another server, or none: what was known of the old one is forgotten. */
  reset(): void
  /** Learns the server's time. */
  setTime(now: number): void
  /** Ends what is under way; everything asked later is `call-server-away`. */
  close(): void
}

export function createSeatLine(
  { clock }: Pick<Ground, 'clock'>,
  member: () => Membership | undefined,
  onState: (state: ServerState) => void,
  onTime: (at: number) => void = () => {},
): SeatLine {
  // The wall of a seat may be years off; the server's time is kept by the monotonic clock.
  let serverAhead: number | undefined
  let state: ServerState = { at: 'unknown' }
  let closing = new AbortController()

  const serverTime = (): number =>
    Math.round(serverAhead === undefined ? clock.wall() : clock.monotonic() + serverAhead)
  const setTime = (now: number): void => {
    serverAhead = now - clock.monotonic()
  }
  const shown = (): ServerState => (member() ? state : { at: 'none' })
  const setState = (next: ServerState): void => {
    const before = shown()
    state = next
    const after = shown()
    const isSame =
      before.at === after.at && (before.at !== 'away' || after.at !== 'away' || before.why === after.why)
    if (!isSame) onState(after)
  }

  const signed = (of: Membership, method: string, path: string, bytes: Uint8Array) => {
    const time = String(serverTime()).padStart(13, '0')
    const nonce = randomBytes(16).toString('base64url')
    const text = signedText.request(of.seat, method, path, time, nonce, hexHash(bytes))
    return { 'x-seat': of.seat, 'x-time': time, 'x-nonce': nonce, 'x-signature': signText(of.seatKey, text) }
  }
  const once = (of: Membership, request: SeatRequest) => {
    const { method, path, body, timeoutMs = PATIENCE_MS, answer = 'json' } = request
    const bytes = request.bytes ?? new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body))
    const headers = { ...request.headers, ...signed(of, method, path, bytes) }
    const sentAt = clock.monotonic()
    return askServer(of.origin, {
      method,
      path,
      headers,
      timeoutMs,
      answer,
      signal: closing.signal,
      onTime: (at) => {
        // What travelled for long, or over a line that anybody could write on, is no witness.
        if (isVerified(of.origin) && clock.monotonic() - sentAt <= PATIENCE_MS) onTime(at)
      },
      ...(bytes.length > 0 && { body: bytes }),
    })
  }

  const askPlainly = async (request: SeatRequest): Promise<Result<unknown, WireFailure>> => {
    const of = member()
    if (!of) return err({ at: 'away', trouble: 'call-server-away' })
    const { signal } = closing
    let answer = await once(of, request)
    if (!answer.ok && answer.error.at === 'refused' && answer.error.problem === 'bad-time') {
      if (answer.error.now !== undefined) setTime(answer.error.now)
      answer = await once(of, request)
    }
    // Of a server that was left meanwhile.
    if (!signal.aborted) setState(stateAfter(answer, request.path))
    return answer
  }

  return {
    askPlainly,
    ask: async (request, shape) => {
      if (!member()) return err(refuse('no-call-server'))
      const answer = await askPlainly(request)
      if (!answer.ok) {
        const { error } = answer
        return err(error.at === 'away' ? refuse(error.trouble) : refusalOf(error.problem, error.waitMs))
      }
      const read = shape.safeParse(answer.value)
      return read.success ? ok(read.data) : err(refuse('call-server-refused'))
    },
    listen: async (path, heard) => {
      const of = member()
      if (!of) return
      await listenToServer(of.origin, {
        path,
        headers: signed(of, 'GET', path, new Uint8Array()),
        timeoutMs: PATIENCE_MS,
        signal: closing.signal,
        onOpen: heard,
        onEvent: heard,
      })
    },
    state: shown,
    setTime,
    reset: () => {
      closing.abort()
      closing = new AbortController()
      serverAhead = undefined
      setState({ at: 'unknown' })
    },
    close: () => closing.abort(),
  }
}

/** Only over https there is a certificate, and fetch takes no answer without having verified it. */
const isVerified = (origin: string): boolean => new URL(origin).protocol === 'https:'

function stateAfter(answer: Result<unknown, WireFailure>, path: string): ServerState {
  if (answer.ok) return { at: 'open' }
  if (answer.error.at === 'away') return { at: 'away', why: answer.error.trouble }
  const { problem } = answer.error
  const isGone = problem === 'revoked' || (problem === 'unknown' && path === '/api/seat')
  return isGone ? { at: 'away', why: 'seat-revoked' } : { at: 'open' }
}
