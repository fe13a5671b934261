import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { plainRecoveryKey } from '../staff/recovery-key.ts'
import * as store from './key-store.ts'
import type { Rescued, RescuedKey, RescueFile } from './rescue-file.ts'
import { keyFor, openText, sealText, type Key } from './seal.ts'
import { RSA_BITS, unwrapWith, wrapTo } from './sealed-to.ts'
import type { Wrapping } from './wrapping.ts'

export interface RescueLook {
  /** Children’s keys that do not open at this seat. */
  readonly shut: number
  /** Keys that the recovery key on paper could not bring back, because none was made since. */
  readonly unrescued: number
  /** Children were erased since the paper was made: with it, older copies of the backups' folder still open what was theirs. */
  readonly renewPaper: boolean
}

/** How the diaries come back where the secret of the seat is gone: by the recovery key on paper. */
export interface Rescue {
  /** For a recovery key that was just made. `write` goes into the transaction that makes it the one that holds; then `keep`. */
  prepare(recoveryKey: string): Promise<{ readonly write: () => void }>
  /**
   * Makes the file what it should be: every key that opens here, for the paper that holds now; what opens nowhere here as it was; nobody who
   * was erased. Never throws: what the disk refuses is logged and tried again before the next backup.
   */
  keep(): void
  look(): RescueLook
  /** As `renewPaper` of a look, which opens keys. */
  paperIsOld(): boolean
  /** Opens what does not open here, with the paper that it was wrapped for. Refuses `wrong-recovery-key`. How many opened. */
  open(recoveryKey: string): Result<{ readonly opened: number }, Refusal>
}

export interface RescueParts {
  readonly wrapping: Wrapping
  readonly file: RescueFile
  /** By the list that no backup takes back. */
  readonly isErased: (childId: string) => boolean
}

/** 100 bits by chance need no slow function. */
const lockOf = (pair: string, recoveryKey: string): Key =>
  keyFor(`rescue/${pair}`, Buffer.from(plainRecoveryKey(recoveryKey), 'utf8'))

const makePair = promisify(generateKeyPair)

export function createRescue(
  { db, newId, log }: Pick<Ground, 'db' | 'newId' | 'log'>,
  { wrapping, file, isErased }: RescueParts,
): Rescue {
  /** Newest first; a backup that came back knows fewer than the file, and a file that is gone fewer than the database. */
  const pairsOf = ({ pairs }: Rescued): readonly store.RescuePair[] =>
    [...new Map([...pairs, ...store.rescuePairs(db)].map((pair) => [pair.id, pair])).values()].toSorted(
      (one, other) => (one.id < other.id ? 1 : -1),
    )

  const isKnown = (rows: readonly store.KeyRow[], { id, childId }: RescuedKey): boolean =>
    rows.some((row) => row.id === id) || !isErased(childId)

  const writeFile = (): void => {
    const before = file.read()
    const pairs = pairsOf(before)
    const [newest] = pairs
    if (!newest) return
    const rows = store.allKeys(db)
    const keys = new Map(before.keys.filter((key) => isKnown(rows, key)).map((key) => [key.id, key]))
    for (const { id, childId, rescueId, rescued } of rows)
      if (!keys.has(id)) keys.set(id, { id, childId, pair: rescueId ?? '', wrapped: rescued ?? '' })
    for (const { id, childId, pair } of keys.values()) {
      if (pair === newest.id) continue
      // What does not open here waits for the paper that it was wrapped for.
      const key = wrapping.unwrap(id)
      if (key) keys.set(id, { id, childId, pair: newest.id, wrapped: wrapTo(newest.publicKey, key) })
    }
    const kept = [...keys.values()].filter(({ pair }) => pair !== '')
    const needed = new Set([newest.id, ...kept.map(({ pair }) => pair)])
    file.write({ pairs: pairs.filter(({ id }) => needed.has(id)), keys: kept })
  }

  const keep = (): void => {
    try {
      writeFile()
    } catch (error) {
      log.error('What the recovery paper opens could not be written', { error })
    }
    // Every child's key may have been looked at: none of them stays in memory for it.
    wrapping.forget()
  }

  return {
    prepare: async (recoveryKey) => {
      const { publicKey, privateKey } = await makePair('rsa', { modulusLength: RSA_BITS })
      const id = newId()
      const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      const pair = {
        id,
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        privateKey: sealText(lockOf(id, recoveryKey), 'paper', `rescue/${id}`, text),
      }
      return { write: () => store.replacePairs(db, pair) }
    },
    keep,
    paperIsOld: () => store.paperIsOld(db),
    look: () => {
      const rows = store.allKeys(db)
      const shut = rows.filter(({ id }) => !wrapping.unwrap(id)).length
      wrapping.forget()
      const rescued = new Set(file.read().keys.map(({ id }) => id))
      return {
        shut,
        unrescued: rows.filter(({ id }) => !rescued.has(id)).length,
        renewPaper: store.paperIsOld(db),
      }
    },
    open: (recoveryKey) => {
      const before = file.read()
      const halves = new Map<string, KeyObject>()
      for (const { id, privateKey } of pairsOf(before)) {
        const pem = openText(lockOf(id, recoveryKey), `rescue/${id}`, privateKey)
        if (pem !== undefined) halves.set(id, createPrivateKey(pem))
      }
      if (halves.size === 0) return err(refuse('wrong-recovery-key'))
      const rows = store.allKeys(db)
      let opened = 0
      for (const known of before.keys) {
        const half = halves.get(known.pair)
        if (!half || !isKnown(rows, known) || wrapping.unwrap(known.id)) continue
        const key = unwrapWith(half, known.wrapped)
        if (!key) continue
        wrapping.keep(known.id, known.childId, key)
        if (rows.some(({ id }) => id === known.id)) opened += 1
      }
      keep()
      return ok({ opened })
    },
  }
}
