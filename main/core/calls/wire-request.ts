import { z } from 'zod'
import type { ServerTrouble } from '#contract/calls.ts'
import { SURE_TIME, type WireProblem } from '#contract/wire.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { troubleOf } from './trouble-rules.ts'

/** The server answered and said no, or there was no answer to believe. */
export type WireFailure =
  | {
      readonly at: 'refused'
      readonly problem: WireProblem
      readonly now?: number | undefined
      readonly version?: number | undefined
      readonly offset?: number | undefined
      readonly waitMs?: number | undefined
    }
  | { readonly at: 'away'; readonly trouble: ServerTrouble }

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  readonly body?: Uint8Array<ArrayBuffer> | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Ends it early: the room is being closed. */
  readonly signal?: AbortSignal
  /** Told the time of a server that is sure of it, UTC ms, before its answer is read. */
  readonly onTime?: (at: number) => void
  /** `bytes`: a good answer is `WireBytes`; a refusal is JSON all the same. */
  readonly answer?: 'json' | 'bytes'
}

/** A part of a file, and what the server calls the whole of it. */
export interface WireBytes {
  readonly bytes: Uint8Array
  readonly etag: string | null
}

const problems = [
  'unknown', 'used', 'expired', 'revoked', 'not-yours', 'no-consent', 'too-many', 'too-large', 'bad-request',
  'bad-signature', 'bad-time', 'stale', 'wrong-offset', 'server',
] as const satisfies readonly WireProblem[] // prettier-ignore
const refusal = z.object({
  problem: z.enum(problems),
  now: z.number().optional(),
  version: z.number().optional(),
  offset: z.number().optional(),
})
/** No answer of the server to a seat is larger: devices of a whole school. */
const LARGEST = 4_000_000

/** One request and its answer as JSON or bytes, undefined for none. Never throws, follows nobody elsewhere. */
export async function askServer(
  origin: string,
  { method, path, body, headers = {}, timeoutMs, signal, onTime, answer: wanted = 'json' }: WireRequest,
): Promise<Result<unknown, WireFailure>> {
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/octet-stream' }) },
      ...(body && { body }),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    })
    const sureOf = answer.headers.get(SURE_TIME)
    if (sureOf !== null && /^\d{1,15}$/.test(sureOf)) onTime?.(Number(sureOf))
    const got = await limitedBytes(answer)
    if (got === undefined) return err({ at: 'away', trouble: 'call-server-away' })
    if (answer.ok && wanted === 'bytes') return ok({ bytes: got, etag: answer.headers.get('etag') })
    const text = got.toString('utf8')
    const value: unknown = text === '' ? undefined : JSON.parse(text)
    if (answer.ok) return ok(value)
    const read = refusal.safeParse(value)
    // A proxy's own page, or a captive portal's: our server is not behind it.
    if (!read.success) return err({ at: 'away', trouble: 'call-server-away' })
    const wait = Number(answer.headers.get('retry-after') ?? NaN)
    return err({
      at: 'refused',
      ...read.data,
      ...(Number.isFinite(wait) ? { waitMs: wait * 1000 } : {}),
    })
  } catch (error) {
    return err({ at: 'away', trouble: troubleOf(connectionCode(error)) })
  }
}

async function limitedBytes(answer: Response): Promise<Buffer | undefined> {
  const bytes: Uint8Array[] = []
  let size = 0
  for await (const piece of answer.body ?? []) {
    size += piece.length
    if (size > LARGEST) return undefined
    bytes.push(piece)
  }
  return Buffer.concat(bytes)
}

function connectionCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const cause: unknown = error.cause ?? error
  const code: unknown =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : undefined
}
