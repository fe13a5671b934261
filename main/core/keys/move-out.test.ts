import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testGround, type TestGround } from '../db/test-ground.ts'
import { newRecoveryKey } from '../staff/recovery-key.ts'
import { keysAt } from './keys.fixture.ts'
import { moveKeysOut } from './move-out.ts'
import { keyFor, newKey, sealText, type Key } from './seal.ts'
import { wrapTo } from './sealed-to.ts'
import { dropFormerSecret, formerSecret } from './seat-secret.ts'
import { rescuePairs } from './key-store.ts'

let folder: string
const [former, seat] = [newKey(), newKey()]
const word = '以前写的'

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'former-'))
  writeFileSync(join(folder, 'seat.key'), former)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A child's key as an older version left it, in the database, with a word that it sealed. */
function inside(ground: TestGround, id: string, by: Key = former) {
  const key = newKey()
  const wrapped = sealText(keyFor('child-key', by), 'seat', `child-key/${id}`, Buffer.from(key).toString('base64')) // prettier-ignore
  const [pair] = rescuePairs(ground.db)
  ground.db.run(
    `INSERT INTO child_key (id, child_id, wrapped, rescued, rescue_id, escrowed, escrow_id) VALUES (?, ?, ?, ?, ?, 'x', 'gen')`,
    [id, `of-${id}`, wrapped, pair ? wrapTo(pair.publicKey, key) : null, pair?.id ?? null],
  )
  return sealText(key, id, 'p', word)
}

const move = (ground: TestGround, here = keysAt(ground, seat)) => {
  moveKeysOut(ground, {
    former: formerSecret(folder),
    wrapping: here.wrapping,
    rescue: here.rescue,
    dropFormer: () => dropFormerSecret(folder),
  })
  return here
}

it('moves keys into files, empties the rows and destroys what older copies open with', () => {
  const ground = testGround()
  const sealed = inside(ground, 'k')
  const copied = ground.db.all<Record<string, string>>('SELECT * FROM child_key')
  const here = move(ground)
  expect(here.keys.ringOf('of-k').open('p', sealed)).toBe(word)
  expect(ground.db.all('SELECT wrapped, rescued, escrowed, escrow_id FROM child_key')).toEqual([
    { wrapped: '', rescued: null, escrowed: null, escrow_id: null },
  ])
  expect(existsSync(join(folder, 'seat.key'))).toBe(false)

  // The copy that was taken before comes back: it opens by the file, and no more when that is destroyed.
  const back = () =>
    ground.db.run(`UPDATE child_key SET wrapped = ?, escrowed = 'x'`, [copied[0]!['wrapped']!])
  back()
  expect(move(ground).keys.ringOf('of-k').open('p', sealed)).toBe(word)
  expect(ground.db.all('SELECT wrapped FROM child_key')).toEqual([{ wrapped: '' }])
  back()
  here.files.destroy('k')
  expect(move(ground).keys.ringOf('of-k').open('p', sealed)).toBeUndefined()
})

it('goes on after a cut: files that were written, rows that were not emptied', () => {
  const ground = testGround()
  const [one, two] = [inside(ground, 'k'), inside(ground, 'l')]
  const here = keysAt(ground, seat)
  const broken = { ...here, wrapping: { ...here.wrapping, keep: (id: string, child: string, key: Key) => {
    if (id === 'l') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    here.wrapping.keep(id, child, key)
  } } } // prettier-ignore
  expect(() => move(ground, broken)).toThrow('no space')
  expect(existsSync(join(folder, 'seat.key'))).toBe(true)
  const { keys } = move(ground)
  expect([keys.ringOf('of-k').open('p', one), keys.ringOf('of-l').open('p', two)]).toEqual([word, word])
  expect(existsSync(join(folder, 'seat.key'))).toBe(false)
})

it('carries over what only the paper opens, and keeps the former secret while it has opened nothing', async () => {
  const ground = testGround()
  const paper = newRecoveryKey()
  ;(await keysAt(ground, seat).rescue.prepare(paper)).write()
  const sealed = inside(ground, 'k', newKey())
  const here = move(ground)
  expect(here.keys.ringOf('of-k').open('p', sealed)).toBeUndefined()
  expect(existsSync(join(folder, 'seat.key'))).toBe(true)
  expect(here.rescue.open(paper)).toEqual({ ok: true, value: { opened: 1 } })
  expect(move(ground).keys.ringOf('of-k').open('p', sealed)).toBe(word)
  expect(ground.db.all('SELECT wrapped, rescued FROM child_key')).toEqual([{ wrapped: '', rescued: null }])
})
