import type { Answer, Bridge } from '#contract/bridge.ts'
import type { AnswerOf, EventName, Events, InputOf, MethodName } from '#contract/index.ts'
import type { Refusal } from '#contract/refusal.ts'

declare global {
  interface Window {
    /** Put there by the preload; missing only where a page is opened outside the program. */
    readonly house?: Bridge
  }
}

/** A refusal as something that can be thrown, for TanStack Query; `refusal` is what main said. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The refusal inside anything that was thrown; what we do not know is 'unexpected'. */
export function refusalIn(error: unknown): Refusal {
  return error instanceof Refused ? error.refusal : { code: 'unexpected' }
}

function house(): Bridge {
  if (!window.house) throw new Error('no bridge: this page runs only inside Happy Home')
  return window.house
}

/** Nothing has to be said to a method that takes nothing. */
export type Said<N extends MethodName> = void extends InputOf<N> ? [input?: undefined] : [input: InputOf<N>]

/** Asks main. Never throws for a refusal: it comes back as a value. A bridge that broke answers 'unexpected'. */
export async function call<N extends MethodName>(name: N, ...said: Said<N>): Promise<Answer<AnswerOf<N>>> {
  try {
    return (await house().call(name, said[0])) as Answer<AnswerOf<N>>
  } catch {
    return { ok: false, error: { code: 'unexpected' } }
  }
}

/** Like `call`, for those who prefer an exception: throws `Refused`. */
export async function ask<N extends MethodName>(name: N, ...said: Said<N>): Promise<AnswerOf<N>> {
  const answer = await call(name, ...said)
  if (!answer.ok) throw new Refused(answer.error)
  return answer.value
}

/** Hears an event until the returned function is called. */
export function hear<E extends EventName>(event: E, listener: (value: Events[E]) => void): () => void {
  return house().on(event, listener)
}
