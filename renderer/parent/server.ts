import type { ParentHome, ParentSession, WaitingMessage, WireProblem, WireRefusal } from '#contract/wire.ts'
import type { CallCredentials, MessageStart } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import { createEventReader } from '#core/calls/event-name-rules.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { DeviceKey } from './device-key.ts'

/** `unreachable`: no answer at all. The rest is the server's own word. */
export interface ServerRefusal {
  readonly problem: WireProblem | 'unreachable'
  readonly offset?: number
}
export type Answer<T> = Promise<Result<T, ServerRefusal>>

export interface Upload {
  readonly offset: number
  readonly arrived: boolean
}

const PATIENCE_MS = 15_000

interface Asking {
  readonly method?: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

/** `AbortSignal.timeout` is younger than many phones. */
async function within<T>(ms: number, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), ms)
  try {
    return await act(abort.signal)
  } finally {
    clearTimeout(timer)
  }
}

async function refusalOf(response: Response): Promise<ServerRefusal> {
  try {
    const { problem, offset } = (await response.json()) as WireRefusal
    return offset === undefined ? { problem } : { problem, offset }
  } catch {
    // A proxy in between that says something of its own.
    return { problem: 'unreachable' }
  }
}

async function ask(path: string, asking: Asking, ms = PATIENCE_MS): Answer<Response> {
  try {
    const response = await within(ms, (signal) => fetch(path, { cache: 'no-store', ...asking, signal }))
    return response.ok ? ok(response) : err(await refusalOf(response))
  } catch {
    return err({ problem: 'unreachable' })
  }
}

async function json<T>(asked: Answer<Response>): Answer<T> {
  const answer = await asked
  if (!answer.ok) return answer
  try {
    return ok((answer.value.status === 204 ? null : await answer.value.json()) as T)
  } catch {
    return err({ problem: 'unreachable' })
  }
}

const post = (value: unknown): Asking => ({
  method: 'POST',
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

/** Asks about an invitation without spending it. */
export const lookAt = (token: string): Answer<{ readonly language: 'zh-CN' | 'en' }> =>
  json(ask('/api/invitations/look', post({ token })))

/** Spends an invitation: this device is paired from now on. */
export const redeem = (token: string, key: DeviceKey, name: string): Answer<ParentHome> =>
  json(ask('/api/invitations/redeem', post({ token, key: key.publicKey, name })))

/** What a paired device may ask. Sessions of 15 minutes are opened and renewed behind it. */
export interface PairedServer {
  home(): Answer<ParentHome>
  credentials(): Answer<CallCredentials>
  /** Says whether this page can be rung now; told again whenever the stream of events was opened anew. */
  here(open: boolean): Answer<unknown>
  messages(): Answer<readonly WaitingMessage[]>
  content(id: string): Answer<Blob>
  seen(id: string): Answer<null>
  begin(start: MessageStart): Answer<Upload>
  add(id: string, offset: number, piece: Blob, sha256: string): Answer<Upload>
  /** Deletes what the server has of a message that has not wholly arrived. */
  takeBack(id: string): Answer<null>
  /** Reads events until the stream ends; resolves with why it ended. */
  events(onEvent: (name: string) => void, signal: AbortSignal): Answer<null>
}

/** A stream that is silent for so long is dead: the server beats every 15 s. */
const STREAM_PATIENCE_MS = 40_000
/** A film of two minutes on a slow link. */
const LONG_MS = 180_000

const message = (id: string): string => `/api/parent/messages/${id}`

export function pairedServer(device: string, key: DeviceKey): PairedServer {
  let opening: Answer<ParentSession> | null = null

  async function openSession(): Answer<ParentSession> {
    const asked = await json<{ challenge: string }>(
      ask(`/api/devices/${device}/challenge`, { method: 'POST' }),
    )
    if (!asked.ok) return asked
    const { challenge } = asked.value
    const signature = await key.sign(signedText.session(device, challenge))
    return json<ParentSession>(ask(`/api/devices/${device}/session`, post({ challenge, signature })))
  }
  const session = async (): Answer<ParentSession> => {
    opening ??= openSession()
    const opened = await opening
    if (!opened.ok) opening = null
    return opened
  }
  const withSession = async (
    path: string,
    asking: Asking = {},
    ms = PATIENCE_MS,
    isLast = false,
  ): Answer<Response> => {
    const opened = await session()
    if (!opened.ok) return opened
    const headers = { ...asking.headers, authorization: `Bearer ${opened.value.token}` }
    const answer = await ask(path, { ...asking, headers }, ms)
    if (answer.ok || answer.error.problem !== 'bad-signature' || isLast) return answer
    opening = null
    return withSession(path, asking, ms, true)
  }

  return {
    home: () => json(withSession('/api/parent/home')),
    credentials: () => json(withSession('/api/parent/credentials', { method: 'POST' })),
    here: (open) => json(withSession('/api/parent/here', post({ open }))),
    async messages() {
      const answer = await json<{ readonly messages: readonly WaitingMessage[] }>(
        withSession('/api/parent/messages'),
      )
      return answer.ok ? ok(answer.value.messages) : answer
    },
    async content(id) {
      const answer = await withSession(`${message(id)}/content`, {}, LONG_MS)
      if (!answer.ok) return answer
      try {
        return ok(await answer.value.blob())
      } catch {
        return err({ problem: 'unreachable' })
      }
    },
    seen: (id) => json(withSession(`${message(id)}/seen`, { method: 'POST' })),
    begin: (start) => json(withSession('/api/parent/messages', post(start))),
    add: (id, offset, piece, sha256) =>
      json(
        withSession(
          `${message(id)}/upload?offset=${offset}`,
          {
            method: 'PATCH',
            body: piece,
            headers: { 'content-type': 'application/octet-stream', 'x-sha256': sha256 },
          },
          LONG_MS,
        ),
      ),
    takeBack: (id) => json(withSession(message(id), { method: 'DELETE' })),
    async events(onEvent, signal) {
      const opened = await session()
      if (!opened.ok) return opened
      const abort = new AbortController()
      const leave = (): void => abort.abort()
      signal.addEventListener('abort', leave)
      let patience: ReturnType<typeof setTimeout> | undefined
      const wait = (): void => {
        clearTimeout(patience)
        patience = setTimeout(leave, STREAM_PATIENCE_MS)
      }
      try {
        wait()
        const response = await fetch('/api/parent/events', {
          headers: { authorization: `Bearer ${opened.value.token}` },
          cache: 'no-store',
          signal: abort.signal,
        })
        if (!response.ok) {
          const refusal = await refusalOf(response)
          if (refusal.problem === 'bad-signature') opening = null
          return err(refusal)
        }
        onEvent('open')
        await readEvents(response, onEvent, wait)
        return ok(null)
      } catch {
        return err({ problem: 'unreachable' })
      } finally {
        clearTimeout(patience)
        signal.removeEventListener('abort', leave)
      }
    },
  }
}

async function readEvents(
  response: Response,
  onEvent: (name: string) => void,
  onSign: () => void,
): Promise<void> {
  const reader = response.body?.getReader()
  if (!reader) return
  const decoder = new TextDecoder()
  const read = createEventReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onSign()
    for (const name of read(decoder.decode(value, { stream: true }))) onEvent(name)
  }
}
