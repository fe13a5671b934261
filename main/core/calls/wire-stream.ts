import { createEventReader } from './event-name-rules.ts'

/** A stream that says nothing for so long is dead: the server beats every 15 s. */
const SILENCE_MS = 40_000

export interface StreamRequest {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** For the server's first sign, ms. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** The server has taken us in. */
  readonly onOpen: () => void
  readonly onEvent: (name: string) => void
}

/** Listens to the server until the stream ends, for whatever reason. Never throws, follows nobody elsewhere. */
export async function listenToServer(
  origin: string,
  { path, headers, timeoutMs, signal, onOpen, onEvent }: StreamRequest,
): Promise<void> {
  const dead = new AbortController()
  let patience = setTimeout(() => dead.abort(), timeoutMs)
  const wait = (): void => {
    clearTimeout(patience)
    patience = setTimeout(() => dead.abort(), SILENCE_MS)
    patience.unref()
  }
  try {
    const answer = await fetch(origin + path, {
      headers,
      redirect: 'error',
      signal: AbortSignal.any([signal, dead.signal]),
    })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!answer.ok || !isStream || !answer.body) return dead.abort()
    onOpen()
    const read = createEventReader()
    const decoder = new TextDecoder()
    wait()
    for await (const piece of answer.body) {
      wait()
      for (const name of read(decoder.decode(piece, { stream: true }))) onEvent(name)
    }
  } catch {
    // Cut, closed, or never there: the caller comes again.
  } finally {
    clearTimeout(patience)
  }
}
