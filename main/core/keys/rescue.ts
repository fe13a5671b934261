import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { plainRecoveryKey } from '../staff/recovery-key.ts'
import * as store from './key-store.ts'
import { keyFor, openText, sealText, type Key } from './seal.ts'
import { RSA_BITS, unwrapWith, wrapTo } from './sealed-to.ts'
import type { Wrapping } from './wrapping.ts'

export interface RescueLook {
  /** Children’s keys that do not open at this seat. */
  readonly shut: number
  /** Keys that the recovery key on paper could not bring back, because none was made since. */
  readonly unrescued: number
}

/** How the diaries come back where the secret of the seat is gone: by the recovery key on paper. */
export interface Rescue {
  /** For a recovery key that was just made. `write` goes into the transaction that makes it the one that holds. */
  prepare(recoveryKey: string): Promise<{ readonly write: () => void }>
  /** A key as it is wrapped for the paper that holds now; nulls where there is none. */
  wrap(key: Key): Pick<store.KeyRow, 'rescued' | 'rescueId'>
  look(): RescueLook
  /** Opens what does not open here, with the paper that it was wrapped for. Refuses `wrong-recovery-key`. How many opened. */
  open(recoveryKey: string): Result<{ readonly opened: number }, Refusal>
}

function wrapFor({ id, publicKey }: store.RescuePair, key: Key): { rescueId: string; rescued: string } {
  return { rescueId: id, rescued: wrapTo(publicKey, key) }
}

/** 100 bits by chance need no slow function. */
const lockOf = (pair: string, recoveryKey: string): Key =>
  keyFor(`rescue/${pair}`, Buffer.from(plainRecoveryKey(recoveryKey), 'utf8'))

const makePair = promisify(generateKeyPair)

export function createRescue({ db, newId }: Pick<Ground, 'db' | 'newId'>, wrapping: Wrapping): Rescue {
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
      return {
        write: () => {
          store.addPair(db, pair)
          for (const row of store.allKeys(db)) {
            const key = wrapping.unwrap(row)
            // What does not open here waits for the paper that it was wrapped for.
            if (key) store.setRescued(db, row.id, id, wrapFor(pair, key).rescued)
          }
          store.dropIdlePairs(db)
          wrapping.forget()
        },
      }
    },
    wrap: (key) => {
      const [pair] = store.rescuePairs(db)
      return pair ? wrapFor(pair, key) : { rescueId: null, rescued: null }
    },
    look: () => {
      const rows = store.allKeys(db)
      const shut = rows.filter((row) => !wrapping.unwrap(row)).length
      // Every child's key was looked at: none of them stays in memory for it.
      wrapping.forget()
      return { shut, unrescued: rows.filter((row) => row.rescued === null).length }
    },
    open: (recoveryKey) => {
      const halves = new Map<string, KeyObject>()
      for (const { id, privateKey } of store.rescuePairs(db)) {
        const pem = openText(lockOf(id, recoveryKey), `rescue/${id}`, privateKey)
        if (pem !== undefined) halves.set(id, createPrivateKey(pem))
      }
      if (halves.size === 0) return err(refuse('wrong-recovery-key'))
      const done = db.transaction(() => {
        let opened = 0
        for (const row of store.allKeys(db)) {
          const half = halves.get(row.rescueId ?? '')
          if (!half || row.rescued === null || wrapping.unwrap(row)) continue
          const key = unwrapWith(half, row.rescued)
          if (!key) continue
          store.rewrap(db, row.id, wrapping.wrap(row.id, key))
          opened += 1
        }
        return ok({ opened })
      })
      wrapping.forget()
      return done
    },
  }
}
