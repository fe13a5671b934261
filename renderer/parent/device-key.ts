import { base64url } from './bytes.ts'

/** This device, as the server knows it. The private half can be used by this page and read by nobody. */
export interface DeviceKey {
  readonly publicKey: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  /** ECDSA P-256 with SHA-256 over the text as UTF-8; raw form (64 bytes) as base64url. */
  sign(text: string): Promise<string>
}

/** What is kept: the pair of keys, and the device's id once it is paired. */
export interface Kept {
  readonly pair: CryptoKeyPair
  readonly device: string | null
}

const DATABASE = 'happy-home'
const STORE = 'device'
const ONLY = 'this'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser’s store failed')))
  })

async function withStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE))
  const database = await answerOf(opening)
  try {
    return await answerOf(act(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

/** What an earlier visit kept; null on the first. Rejects where the browser keeps nothing (private windows). */
export async function readKept(): Promise<Kept | null> {
  const kept: unknown = await withStore('readonly', (store) => store.get(ONLY))
  return (kept as Kept | undefined) ?? null
}

export async function keep(kept: Kept): Promise<void> {
  await withStore('readwrite', (store) => store.put(kept, ONLY))
}

export async function forget(): Promise<void> {
  await withStore('readwrite', (store) => store.delete(ONLY))
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** A new pair, whose private half cannot be taken out. */
export const newPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])

export async function keyOf({ publicKey, privateKey }: CryptoKeyPair): Promise<DeviceKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return {
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    async sign(text) {
      const bytes = new TextEncoder().encode(text)
      return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes))
    },
  }
}
