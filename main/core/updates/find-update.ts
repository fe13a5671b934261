import { join } from 'node:path'
import type { UpdateProblem } from '#contract/updates.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { readPlain } from '#core/files/read-plain.ts'
import { readKeyList, type KeyList } from './key-list-rules.ts'
import { readManifest, whyNotTake, type Manifest, type SeatNow } from './manifest-rules.ts'
import { isSigned } from './signed-text.ts'

/** Where it lies on a stick. */
export const UPDATE_FOLDER = 'happy-home-update'
/** Bytes of what is small: texts and signatures. */
const SMALL = 65_536

/**
 * What a stick offers this seat, as far as texts and signatures tell: the program itself is read by the root's side, in a copy of its own. Undefined
 * where there is none.
 */
export function findUpdate(
  stick: string,
  keys: string | undefined,
  seat: SeatNow,
): Result<Manifest, UpdateProblem> | undefined {
  const folder = join(stick, UPDATE_FOLDER)
  const text = small(folder, 'update.txt')
  if (text === undefined) return undefined
  let list: KeyList | undefined = keys === undefined ? undefined : readKeyList(keys)
  if (!list) return err('no-keys')
  list = nextKeys(folder, list)
  if (!list) return err('bad-signature')
  const signatures = small(folder, 'update.sig')
  if (!text.ok || !signatures?.ok) return err('unreadable')
  if (!isSigned(text.value, signatures.value, list, 'update')) return err('bad-signature')
  // Only now: nothing of a text that nobody signed is looked at.
  const manifest = readManifest(text.value)
  if (!manifest) return err('unreadable')
  // A list of keys that this very stick brings tells the time, too.
  const why = whyNotTake(manifest, { ...seat, certain: Math.max(seat.certain, list.made) })
  return why ? err(why) : ok(manifest)
}

/** The newest list that the stick leads to; undefined where one on the way is not signed by enough roots of the one before and its own. */
function nextKeys(folder: string, list: KeyList): KeyList | undefined {
  for (let now = list; ;) {
    const name = `keys-${now.number + 1}`
    const text = small(folder, `${name}.txt`)
    if (text === undefined) return now
    const signatures = small(folder, `${name}.sig`)
    const next = text.ok ? readKeyList(text.value) : undefined
    if (!text.ok || !signatures?.ok || next?.number !== now.number + 1) return undefined
    for (const roots of [now, next])
      if (!isSigned(text.value, signatures.value, roots, 'root')) return undefined
    now = next
  }
}

function small(folder: string, name: string): Result<string, unknown> | undefined {
  const read = readPlain(join(folder, name), SMALL)
  return read?.ok ? ok(Buffer.from(read.value).toString('utf8')) : read
}
