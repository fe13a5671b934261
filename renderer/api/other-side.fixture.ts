import type { Bridge } from '#contract/bridge.ts'
import type { EventName } from '#contract/index.ts'

/** The other side of the bridge: it counts what it is asked, and answers when it is told to. */
export function otherSide() {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const listeners = new Map<string, Set<(value: never) => void>>()
  let holds = false
  const times = (method: string): number => asked.filter((one) => one === method).length
  const bridge: Bridge = {
    call: (method) => {
      asked.push(method)
      const answer = { ok: true, value: times(method) } as const
      return new Promise((done) => (holds ? waiting.push(() => done(answer)) : done(answer)))
    },
    on: (event, listener) => {
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
      return () => void all.delete(listener)
    },
  }
  return {
    bridge,
    /** How often that was asked; each answer is its number. */
    times,
    say: (event: EventName, value?: unknown) => {
      for (const listener of listeners.get(event) ?? []) listener(value as never)
    },
    /** Answers lie from now on until they are let go. */
    hold: () => void (holds = true),
    letGo: () => {
      holds = false
      for (const answer of waiting.splice(0)) answer()
    },
  }
}
