import type { Step } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'

/** What the mark on the page says: kept, being kept, or main could not keep it. */
export type Saved =
  { readonly at: 'saved' | 'saving' } | { readonly at: 'unsaved'; readonly code: RefusalCode }

/** What a saver needs; `put` answers why not, or nothing when the step is kept. */
export interface SaverHouse {
  put(step: Step): Promise<RefusalCode | undefined>
  /** Calls after so many ms; answers how to stop. */
  later(ms: number, what: () => void): () => void
}

export interface Saver {
  /** Keeps a step; the same id again replaces what is not yet sent. */
  keep(step: Step): void
  /** A step of this kind will be kept in a moment: until then the mark must not say that all is, whatever else is kept. */
  soon(kind: Step['kind']): void
  /** Resolves when everything given so far is kept; false where something could not be. */
  flush(): Promise<boolean>
  readonly saved: () => Saved
  readonly subscribe: (listener: () => void) => () => void
}

/** How long until a step that main refused is tried again, ms. */
const again = 2000
/** Nothing else will be kept either until this is mended; a step that main will never take is let go. */
const hopeless: ReadonlySet<RefusalCode> = new Set(['bad-input', 'not-found', 'no-session'])

/**
 * Hands steps to main one at a time and in their order: a growing stroke or text is sent at its newest, never twice at
 * once, and nothing is forgotten until main says that it is on the disk.
 */
export function createSaver(house: SaverHouse): Saver {
  const waiting = new Map<string, Step>()
  const coming = new Set<Step['kind']>()
  const listeners = new Set<() => void>()
  let idle: (() => void)[] = []
  let busy = false
  let saved: Saved = { at: 'saved' }

  const say = (next: Saved) => {
    if (next.at === saved.at && next.at !== 'unsaved') return
    saved = next
    for (const listener of listeners) listener()
  }
  const settle = () => {
    const done = idle
    idle = []
    for (const one of done) one()
  }

  const send = async () => {
    if (busy) return
    const [first] = waiting
    if (!first) return
    busy = true
    const [id, step] = first
    if (saved.at !== 'unsaved') say({ at: 'saving' })
    const code = await house.put(step)
    busy = false
    if (code && !hopeless.has(code)) {
      say({ at: 'unsaved', code })
      settle()
      house.later(again, () => void send())
      return
    }
    // A newer one under the same id came meanwhile and waits its turn.
    if (waiting.get(id) === step) waiting.delete(id)
    if (waiting.size > 0) return void send()
    if (code) say({ at: 'unsaved', code })
    else say({ at: coming.size > 0 ? 'saving' : 'saved' })
    settle()
  }

  return {
    keep(step) {
      coming.delete(step.kind)
      waiting.set(step.id, step)
      void send()
    },
    soon(kind) {
      coming.add(kind)
      if (saved.at === 'saved') say({ at: 'saving' })
    },
    async flush() {
      if (waiting.size > 0) {
        void send()
        await new Promise<void>((resolve) => idle.push(resolve))
      }
      return saved.at !== 'unsaved'
    },
    saved: () => saved,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
