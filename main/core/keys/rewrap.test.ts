import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { silentLog } from '../kernel/log.ts'
import { keyFiles, type KeyFiles } from './key-files.ts'
import { wrapAnew } from './rewrap.ts'
import { newKey, type Key } from './seal.ts'
import { copiedSecret, dropCopiedSecret, keepSeatSecret, setCopiedSecretAside } from './seat-secret.ts'
import { createWrapping } from './wrapping.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copied-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const children = () => keyFiles(join(folder, 'children'))
/** As each start does it. */
function start(files: KeyFiles = children()) {
  const wrapping = createWrapping(keepSeatSecret(folder), files, silentLog)
  const dropCopied = () => dropCopiedSecret(folder)
  wrapAnew({ files, wrapping, copied: copiedSecret(folder), dropCopied }, silentLog)
  return wrapping
}
const text = (key: Key | undefined) => key && Buffer.from(key).toString('base64')
const opensBy = (secret: Key) => text(createWrapping(secret, children(), silentLog).unwrap('k'))

it('a copied disk keeps the diaries it came with, and its source’s secret opens nothing there any more', () => {
  const theirs = keepSeatSecret(folder)
  const [key, other] = [newKey(), newKey()]
  start().keep('k', 'a', key)
  start().keep('l', 'b', other)
  const [kept, alsoKept] = [text(key), text(other)]
  expect(opensBy(theirs)).toBe(kept)

  setCopiedSecretAside(folder)
  const here = start()
  expect(text(here.unwrap('k'))).toBe(kept)
  expect(text(here.unwrap('l'))).toBe(alsoKept)
  const part = here.part('k')
  expect(text(part && here.openByPart('k', part))).toBe(kept)
  expect(opensBy(theirs)).toBeUndefined()
  expect(existsSync(join(folder, 'copied.key'))).toBe(false)
  expect(text(start().unwrap('k'))).toBe(kept)
})

it('a cut between two keys, and a second look before the first was done, lose nothing', () => {
  keepSeatSecret(folder)
  const [key, other] = [newKey(), newKey()]
  start().keep('k', 'a', key)
  start().keep('l', 'b', other)
  const kept = [text(key), text(other)]
  setCopiedSecretAside(folder)
  let written = 0
  const full: KeyFiles = {
    ...children(),
    write: (id, file) => {
      if (written++ > 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      children().write(id, file)
    },
  }
  expect(() => start(full)).toThrow('no space')
  // The machine's marks were not on disk yet either: it looks like a copy once more.
  const own = readFileSync(join(folder, 'secret.key'))
  setCopiedSecretAside(folder)
  expect(readFileSync(join(folder, 'secret.key'))).toEqual(own)
  const here = start()
  expect([text(here.unwrap('k')), text(here.unwrap('l'))]).toEqual(kept)
})

it('what opens by neither stays as it is, and a seat that is nobody’s copy changes nothing', () => {
  keepSeatSecret(folder)
  const files = children()
  createWrapping(newKey(), files, silentLog).keep('k', 'a', newKey())
  const before = files.read('k')
  start()
  expect(files.read('k')).toEqual(before)
  setCopiedSecretAside(folder)
  start()
  expect(files.read('k')).toEqual(before)
})
