import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

interface Cost {
  /** Base-2 logarithm of scrypt's N. */
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1 (128 MiB for each try). */
const houseCost: Cost = { logN: 17, r: 8, p: 1 }
const SALT_BYTES = 16
const KEY_BYTES = 32
/** A stored string may come from another seat: it must not be able to ask for more memory than this. */
const DEAREST_LOG_N = 18

/** Turns PINs and recovery keys into strings that tell nothing about them. Works off the main thread, one at a time. */
export interface PinHash {
  make(secret: string): Promise<string>
  /** False also for a stored string that is empty or none of ours. */
  matches(secret: string, stored: string): Promise<boolean>
  /**
   * A key of 32 bytes from a PIN, for sealing. Without a recipe by a fresh salt; the recipe (cost and salt, no secret) gives the same key
   * again. Throws for a recipe that is none of ours.
   */
  stretch(secret: string, recipe?: string): Promise<{ readonly recipe: string; readonly key: Uint8Array }>
}

/** `cost` is for tests; what is stored says by which cost it was made. */
export function createPinHash(cost: Cost = houseCost): PinHash {
  // The donated PCs have 4 GB: two derivations at once would take a quarter of a GB from the child's window.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    make: (secret) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES)
        const key = await derive(secret, salt, cost)
        return `${recipeOf(cost, salt)}$${key.toString('base64')}`
      }),
    matches: (secret, stored) =>
      inTurn(async () => {
        const known = parse(stored)
        if (!known) return false
        return timingSafeEqual(await derive(secret, known.salt, known.cost), known.key)
      }),
    stretch: (secret, recipe) =>
      inTurn(async () => {
        const known = recipe === undefined ? { cost, salt: randomBytes(SALT_BYTES) } : parseRecipe(recipe)
        if (!known) throw new Error('This is no way from a PIN to a key')
        const key = await derive(secret, known.salt, known.cost)
        return { recipe: recipeOf(known.cost, known.salt), key }
      }),
  }
}

function derive(secret: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN
  // Node refuses above maxmem; scrypt takes 128 * N * r bytes and a little more.
  const options = { N, r, p, maxmem: 128 * N * r + 2 ** 20 * 32 }
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const recipeOf = ({ logN, r, p }: Cost, salt: Buffer): string =>
  ['scrypt', logN, r, p, salt.toString('base64')].join('$')

function parse(stored: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined {
  const at = stored.lastIndexOf('$')
  const recipe = parseRecipe(stored.slice(0, at))
  const key = Buffer.from(stored.slice(at + 1), 'base64')
  return recipe && key.length === KEY_BYTES ? { ...recipe, key } : undefined
}

function parseRecipe(recipe: string): { cost: Cost; salt: Buffer } | undefined {
  const [kind, logN, r, p, salt, ...more] = recipe.split('$')
  if (kind !== 'scrypt' || !salt || more.length > 0) return undefined
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
  const inRange = cost.logN >= 1 && cost.logN <= DEAREST_LOG_N && cost.r === 8 && cost.p === 1
  return Number.isInteger(cost.logN) && inRange ? { cost, salt: Buffer.from(salt, 'base64') } : undefined
}
