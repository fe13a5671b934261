import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { testGround } from '../db/test-ground.ts'
import { keyFiles } from './key-files.ts'
import { keysAt } from './keys.fixture.ts'
import { newKey } from './seal.ts'
import { keepSeatSecret } from './seat-secret.ts'

describe('the keys of the children', () => {
  const secret = newKey()

  it('are the same after a start, another one for each child, and none of them opens another child’s', () => {
    const ground = testGround()
    const before = keysAt(ground, secret).keys
    const [one, other] = [before.ringOf('a'), before.ringOf('b')]
    const sealed = one.seal(one.own(), 'p', '秘密')
    expect(other.own()).not.toBe(one.own())
    expect(other.open('p', sealed)).toBeUndefined()
    expect(() => other.seal(one.own(), 'p', 'x')).toThrow()
    before.forget()
    const after = keysAt(ground, secret).keys.ringOf('a')
    expect(after.own()).toBe(one.own())
    expect(after.open('p', sealed)).toBe('秘密')
  })

  it('do not open with another seat’s secret; the child goes on with a key of its own, and the first comes back', () => {
    const ground = testGround()
    const here = keysAt(ground, secret).keys.ringOf('a')
    const sealed = here.seal(here.own(), 'p', '秘密')
    const elsewhere = keysAt(ground, newKey()).keys.ringOf('a')
    expect(elsewhere.opens(here.own())).toBe(false)
    expect(elsewhere.open('p', sealed)).toBeUndefined()
    const since = elsewhere.own()
    expect(since).not.toBe(here.own())
    expect(elsewhere.open('q', elsewhere.seal(since, 'q', '新的'))).toBe('新的')
    const back = keysAt(ground, secret).keys.ringOf('a')
    expect(back.open('p', sealed)).toBe('秘密')
  })

  it('lie outside the database, which says no more than whose they are', () => {
    const ground = testGround()
    const { keys, files } = keysAt(ground, secret)
    const ring = keys.ringOf('a')
    const sealed = ring.seal(ring.own(), 'p', '秘密')
    expect(sealed).not.toContain('秘密')
    expect(ground.db.all('SELECT * FROM child_key')).toEqual([
      { id: ring.own(), child_id: 'a', wrapped: '', rescue_id: null, rescued: null, escrow_id: null, escrowed: null }, // prettier-ignore
    ])
    expect(ground.db.all('SELECT * FROM change')).toEqual([])
    expect(files.all()).toEqual([{ id: ring.own(), childId: 'a' }])
  })

  it('open nothing any more once the file is destroyed, whatever copy of the database is there', () => {
    const ground = testGround()
    const { keys, files } = keysAt(ground, secret)
    const [one, other] = [keys.ringOf('a'), keys.ringOf('b')]
    const sealed = one.seal(one.own(), 'p', '秘密')
    const others = other.seal(other.own(), 'p', '别人的')
    files.destroy(one.own())
    const after = keysAt(ground, secret).keys
    expect(after.ringOf('a').open('p', sealed)).toBeUndefined()
    expect(after.ringOf('b').open('p', others)).toBe('别人的')
  })

  it('of a record that was merged open for the one that stands, which seals with its own', () => {
    const { db, ...ground } = testGround()
    for (const id of ['kept', 'gone'])
      db.shared.set('child', id, { name: id, pinyin: '', letter: 'K', sort_key: id, given: id, animal: 'cat', tone: 'sun', created_at: 0 }) // prettier-ignore
    const keys = keysAt({ db, ...ground }, secret).keys
    const theirs = keys.ringOf('gone')
    const sealed = theirs.seal(theirs.own(), 'p', '旧的')
    db.shared.set('child', 'gone', { merged_into: 'kept' })
    const ring = keys.ringOf('kept')
    expect(ring.open('p', sealed)).toBe('旧的')
    expect(ring.own()).not.toBe(theirs.own())
    const since = ring.seal(ring.own(), 'q', '新的')
    db.shared.set('child', 'gone', { merged_into: null })
    expect(keys.ringOf('kept').open('p', sealed)).toBeUndefined()
    expect(keys.ringOf('kept').open('q', since)).toBe('新的')
    expect(keys.ringOf('gone').open('p', sealed)).toBe('旧的')
  })
})

describe('the secret of a seat', () => {
  const folders: string[] = []
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'keys-'))
    folders.push(made)
    return join(made, 'keys')
  }
  afterEach(() => {
    for (const each of folders.splice(0)) rmSync(each, { recursive: true })
  })

  it('is made once, for nobody else to read', () => {
    const at = folder()
    const secret = keepSeatSecret(at)
    expect(keepSeatSecret(at)).toEqual(Buffer.from(secret))
    expect(readdirSync(at)).toEqual(['secret.key'])
    expect(statSync(at).mode & 0o777).toBe(0o700)
    expect(statSync(join(at, 'secret.key')).mode & 0o777).toBe(0o600)
  })

  it('of the files of keys: for nobody else, whole or not there, overwritten before they go', () => {
    const at = folder()
    const files = keyFiles(at)
    const file = { childId: 'a', bySeat: 'one', part: 'two', byPart: 'three' }
    files.write('k', file)
    expect(statSync(join(at, 'k.json')).mode & 0o777).toBe(0o600)
    expect(statSync(at).mode & 0o777).toBe(0o700)
    expect(keyFiles(at).read('k')).toEqual(file)
    expect(files.read('l')).toBeUndefined()
    writeFileSync(join(at, 'l.json'), '{"childId":')
    expect(files.read('l')).toBeUndefined()
    expect(files.all()).toEqual([{ id: 'k', childId: 'a' }])
    // Another name of the same file shows what is left in its place on the disk.
    linkSync(join(at, 'k.json'), join(at, 'left'))
    files.destroy('k')
    expect(files.read('k')).toBeUndefined()
    expect([...readFileSync(join(at, 'left'))].every((byte) => byte === 0)).toBe(true)
    files.destroy('k')
    expect(() => files.read('../seat')).toThrow('no id')
  })

  it('that is damaged is put aside, not overwritten', () => {
    const at = folder()
    keepSeatSecret(at)
    writeFileSync(join(at, 'secret.key'), 'short')
    expect(keepSeatSecret(at)).toHaveLength(32)
    const aside = readdirSync(at).find((file) => file.startsWith('secret.key.damaged'))
    expect(readFileSync(join(at, aside ?? ''), 'utf8')).toBe('short')
  })
})
