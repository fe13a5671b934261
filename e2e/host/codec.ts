/* oxlint-disable unicorn/consistent-function-scoping -- a page gets the function alone, as source text */
// Structured-clone values as JSON text and back. The function also runs inside the page as source text: no imports, no outer names.

type Tree = null | boolean | number | string | Tree[]

/** What crosses between main and page. `encode` throws Electron's own words for what cannot be cloned. */
export interface Codec {
  encode: (value: unknown) => string
  decode: (text: string) => unknown
}

/** Makes an encoder and decoder of structured-clone values; cycles and shared references survive. */
export function makeCodec(): Codec {
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }
  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }

  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    }
    return btoa(binary)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0)

  const encodeNumber = (value: number): Tree => {
    if (Object.is(value, -0)) return ['number', '-0']
    return Number.isFinite(value) ? value : ['number', String(value)]
  }

  const encodeObject = (value: object, walk: (inner: unknown) => Tree): Tree => {
    const entries = () => Object.entries(value).map(([key, inner]): Tree => [key, walk(inner)])
    if (Array.isArray(value)) return ['array', value.length, entries()]
    if (value instanceof Date) return ['date', encodeNumber(value.getTime())]
    if (value instanceof RegExp) return ['regexp', value.source, value.flags]
    if (value instanceof Map) return ['map', [...value].map(([key, inner]): Tree => [walk(key), walk(inner)])]
    if (value instanceof Set) return ['set', [...value].map(walk)]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) {
      return [
        'view',
        kindOf(value),
        toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      ]
    }
    if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
    if (['Boolean', 'Number', 'String'].includes(kindOf(value))) return ['boxed', walk(value.valueOf())]
    return ['object', entries()]
  }

  function encode(value: unknown): string {
    const seen = new Map<object, number>()
    const walk = (inner: unknown): Tree => {
      if (inner === null || typeof inner === 'string' || typeof inner === 'boolean') return inner
      if (typeof inner === 'number') return encodeNumber(inner)
      if (typeof inner === 'bigint') return ['bigint', String(inner)]
      if (typeof inner !== 'object') return ['undefined']
      const known = seen.get(inner)
      if (known !== undefined) return ['same', known]
      seen.set(inner, seen.size)
      return encodeObject(inner, walk)
    }
    let copy: unknown
    try {
      copy = structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    return JSON.stringify(walk(copy))
  }

  function decode(text: string): unknown {
    const known: unknown[] = []
    const keep = <T>(value: T): T => {
      known.push(value)
      return value
    }
    const fill = (target: object, entries: [string, Tree][]) => {
      for (const [key, tree] of entries) {
        const value = walk(tree)
        Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
      }
      return target
    }
    const view = (kind: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView => {
      const View = views[kind as keyof typeof views]
      return View === undefined ? new DataView(bytes.buffer) : new View(bytes.buffer)
    }
    const error = (name: string, message: string, stack: string): Error => {
      const made = new (errors[name] ?? Error)(message)
      if (made.name !== name) made.name = name
      made.stack = stack
      return made
    }
    const walk = (tree: Tree): unknown => {
      if (!Array.isArray(tree)) return tree
      const [kind, a, b, c] = tree
      switch (kind as string) {
        case 'number':
          return Number(a)
        case 'bigint':
          return BigInt(a as string)
        case 'same':
          return known[a as number]
        case 'array':
          return fill(keep(Object.assign([] as unknown[], { length: a as number })), b as [string, Tree][])
        case 'date':
          return keep(new Date(walk(a as Tree) as number))
        case 'regexp':
          return keep(new RegExp(a as string, b as string))
        case 'map': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, value] of a as [Tree, Tree][]) map.set(walk(key), walk(value))
          return map
        }
        case 'set': {
          const set = keep(new Set<unknown>())
          for (const value of a as Tree[]) set.add(walk(value))
          return set
        }
        case 'buffer':
          return keep(fromBase64(a as string).buffer)
        case 'view':
          return keep(view(a as string, fromBase64(b as string)))
        case 'error':
          return keep(error(a as string, b as string, c as string))
        case 'boxed':
          return keep(Object(walk(a as Tree)) as object)
        case 'object':
          return fill(keep({}), a as [string, Tree][])
        default:
          return undefined
      }
    }
    return walk(JSON.parse(text) as Tree)
  }

  return { encode, decode }
}
