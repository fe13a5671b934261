/* oxlint-disable unicorn/consistent-function-scoping -- a page gets the function alone, as source text */
// The bridge between the preload's world and the page's world: functions and promises cross as numbers, the rest as copies.
// Runs inside the page as source text: no imports, no outer names.

type Parcel =
  | { is: 'value'; value: unknown }
  | { is: 'error'; name: string; message: string }
  | { is: 'list'; items: Parcel[] }
  | { is: 'record'; entries: [string, Parcel][] }
  | { is: 'promise' | 'function'; id: number }
type Answer = { done: true; result: Parcel } | { done: false; error: Parcel }
type Message = { kind: string } & Record<string, unknown>

/** One end of the bridge. */
export interface Link {
  send(kind: string, content: object): void
  on(kind: string, handler: (message: Message) => void): void
  pack(value: unknown): Parcel
  /** @param frozen makes records and lists read-only, as Electron does with what a bridge exposes */
  unpack(parcel: Parcel, frozen: boolean): unknown
}

/**
 * Opens one end of the bridge. Chromium clones `detail` between worlds and delivers at once, so calls are synchronous.
 * @param secret the event name that only both ends know
 * @param target an event target that both worlds share; `performance` is one that document.open() does not clear
 */
export function makeLink(secret: string, mine: 'isolated' | 'main', target: EventTarget = performance): Link {
  // Taken now, before the page can replace them.
  const listen = target.addEventListener.bind(target)
  const dispatch = target.dispatchEvent.bind(target)
  const MessageEvent = CustomEvent
  // oxlint-disable-next-line typescript/unbound-method -- called with its event below
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
  const other = mine === 'isolated' ? 'main' : 'isolated'

  const handlers = new Map<string, (message: Message) => void>()
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const numbers = new WeakMap<object, number>()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let nextId = 1
  let answer: Answer | undefined

  const send = (kind: string, content: object): void => {
    dispatch(new MessageEvent(secret + other, { detail: { ...content, kind } }))
  }

  const packError = (error: unknown): Parcel =>
    error instanceof Error
      ? { is: 'error', name: error.name, message: error.message }
      : { is: 'error', name: 'Error', message: String(error) }

  const isRecord = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value)
    return prototype === null || prototype === Object.prototype
  }

  function packFunction(callable: (...args: unknown[]) => unknown): Parcel {
    const id = numbers.get(callable) ?? nextId++
    numbers.set(callable, id)
    functions.set(id, callable)
    return { is: 'function', id }
  }

  function packPromise(promise: Promise<unknown>): Parcel {
    const id = nextId++
    promise.then(
      (value) => send('settle', { id, done: true, result: pack(value) }),
      (error: unknown) => send('settle', { id, done: false, error: packError(error) }),
    )
    return { is: 'promise', id }
  }

  function pack(value: unknown): Parcel {
    if (typeof value === 'function') return packFunction(value as (...args: unknown[]) => unknown)
    if (value instanceof Promise) return packPromise(value)
    if (value instanceof Error) return packError(value)
    if (Array.isArray(value)) return { is: 'list', items: value.map(pack) }
    if (typeof value === 'object' && value !== null && isRecord(value)) {
      return { is: 'record', entries: Object.entries(value).map(([key, inner]) => [key, pack(inner)]) }
    }
    if (typeof value === 'symbol') return { is: 'value', value: undefined }
    try {
      structuredClone(value)
    } catch {
      throw new TypeError('An object could not be cloned.')
    }
    return { is: 'value', value }
  }

  function unpack(parcel: Parcel, frozen: boolean): unknown {
    switch (parcel.is) {
      case 'value':
        return parcel.value
      case 'error': {
        const error = new Error(parcel.message)
        if (parcel.name !== 'Error') error.name = parcel.name
        return error
      }
      case 'list': {
        const list = parcel.items.map((item) => unpack(item, frozen))
        return frozen ? Object.freeze(list) : list
      }
      case 'record': {
        const record = Object.fromEntries(parcel.entries.map(([key, inner]) => [key, unpack(inner, frozen)]))
        return frozen ? Object.freeze(record) : record
      }
      case 'promise':
        return new Promise((resolve, reject) => waiting.set(parcel.id, { resolve, reject }))
      case 'function':
        return (...args: unknown[]) => call(parcel.id, args)
    }
  }

  function call(id: number, args: unknown[]): unknown {
    answer = undefined
    send('call', { id, args: args.map(pack) })
    const got = answer as Answer | undefined
    answer = undefined
    if (!got) throw new Error('The other world did not answer.')
    if (!got.done) throw unpack(got.error, false)
    return unpack(got.result, false)
  }

  handlers.set('call', (message) => {
    let reply: Answer
    try {
      const callable = functions.get(message['id'] as number)
      if (!callable) throw new Error('Unknown function.')
      const args = (message['args'] as Parcel[]).map((parcel) => unpack(parcel, false))
      reply = { done: true, result: pack(callable(...args)) }
    } catch (error) {
      reply = { done: false, error: packError(error) }
    }
    send('answer', reply)
  })
  handlers.set('answer', (message) => {
    answer = message as unknown as Answer
  })
  handlers.set('settle', (message) => {
    const id = message['id'] as number
    const promise = waiting.get(id)
    waiting.delete(id)
    if (message['done']) promise?.resolve(unpack(message['result'] as Parcel, false))
    else promise?.reject(unpack(message['error'] as Parcel, false))
  })

  listen(secret + mine, (event) => {
    event.stopImmediatePropagation()
    const message = readDetail?.call(event) as Message
    handlers.get(message.kind)?.(message)
  })

  return { send, on: (kind, handler) => void handlers.set(kind, handler), pack, unpack }
}
