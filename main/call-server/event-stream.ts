import type { FastifyReply } from 'fastify'

/** Proxies on the way close what is silent; a listener that hears nothing for longer comes again. */
const BEAT = 15_000

export interface EventsParts<Event> {
  /** Asked at each beat; who is welcome no more is told `last` and let go. */
  readonly isWelcome: () => boolean
  readonly last?: Event
  readonly onClose: () => void
}

export interface Events<Event> {
  send(event: Event): void
  end(): void
}

/** Server-sent events, read by `fetch` because EventSource cannot send who asks. */
export function openEvents<Event extends { readonly event: string }>(
  reply: FastifyReply,
  { isWelcome, last, onClose }: EventsParts<Event>,
): Events<Event> {
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'x-accel-buffering': 'no',
    // Kept alive after its end, it would hold up a server that stops.
    connection: 'close',
  })
  const send = (event: Event): void => {
    if (raw.writableEnded) return
    const { event: name, ...facts } = event
    raw.write(`event: ${name}\ndata: ${JSON.stringify(facts)}\n\n`)
  }
  const beat = setInterval(() => {
    if (isWelcome()) return void raw.write(': here\n\n')
    if (last !== undefined) send(last)
    raw.end()
  }, BEAT)
  raw.on('close', () => {
    clearInterval(beat)
    onClose()
  })
  raw.write(': here\n\n')
  return { send, end: () => void raw.end() }
}
