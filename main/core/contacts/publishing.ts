import { createHash } from 'node:crypto'
import type { PublishState } from '#contract/contacts.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Publication } from '#contract/wire.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { CallServerLink } from './call-server-link.ts'
import type { ContactStore } from './store.ts'

type Answered<T> = Result<T, Refusal>

/** Brings what the call server may know to it, whenever that is not what it was. */
export interface Publishing {
  state(): PublishState
  /** Sends what is due; nothing when nothing is. One at a time: a call during another waits for it, then looks again. */
  publish(): Promise<Answered<PublishState>>
  /** `publish` without waiting for it; a refusal is left for the next time. */
  soon(): void
}

export interface PublishingParts {
  readonly store: ContactStore
  readonly link: () => CallServerLink | undefined
  /** What should be known now of the room with this id. */
  readonly content: (room: string) => Omit<Publication, 'version'>
}

/** Another seat may be ahead by more than one. */
const TRIES = 3

export function createPublishing({ clock, log }: Ground, parts: PublishingParts): Publishing {
  const { store, link, content } = parts
  // One after the other: each looks for what has changed while it waited.
  let last: Promise<unknown> = Promise.resolve()

  const state = (): PublishState => {
    const sent = store.sent()
    const server = link()
    const due = server !== undefined && sent?.hash !== hashOf(content(server.room))
    return { server: server !== undefined, due, publishedAt: sent?.at ?? null }
  }

  const send = async (): Promise<Answered<PublishState>> => {
    const server = link()
    if (!server) return err(refuse('no-call-server'))
    const wanted = content(server.room)
    const hash = hashOf(wanted)
    const sent = store.sent()
    if (sent?.hash === hash) return ok(state())
    let version = (sent?.version ?? 0) + 1
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await server.publish({ ...wanted, version })
      if (!answer.ok) return answer
      if (answer.value.taken) {
        store.setSent({ version, hash, at: clock.now().at })
        return ok(state())
      }
      version = Math.max(version, answer.value.version) + 1
    }
    log.warn('The call server holds a later publication each time')
    return err(refuse('call-server-away'))
  }

  const publish = async (): Promise<Answered<PublishState>> => {
    const turn = last.then(send)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    state,
    publish,
    soon: () => {
      if (!link()) return
      publish().catch((error: unknown) => log.error('Publishing failed', { error: String(error) }))
    },
  }
}

const hashOf = (content: Omit<Publication, 'version'>): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex')
