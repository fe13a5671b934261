import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { testGround } from '../db/test-ground.ts'
import { newRecoveryKey } from '../staff/recovery-key.ts'
import { allKeys } from './key-store.ts'
import { keysAt } from './keys.fixture.ts'
import { newKey } from './seal.ts'

const [seat, elsewhere] = [newKey(), newKey()]

/** Makes this the paper that holds, as the staff's own service does. */
async function renew({ rescue }: Pick<ReturnType<typeof keysAt>, 'rescue'>, paper: string) {
  ;(await rescue.prepare(paper)).write()
  rescue.keep()
}

/** A room with a child's sealed word, before and after a recovery key was made. */
async function room() {
  const ground = testGround()
  const here = keysAt(ground, seat)
  const before = here.keys.ringOf('a')
  const old = before.seal(before.own(), 'p', '旧的')
  const paper = newRecoveryKey()
  await renew(here, paper)
  const after = here.keys.ringOf('b')
  const fresh = after.seal(after.own(), 'p', '新的')
  return { ground, here, paper, old, fresh }
}

it('opens at another seat, by the paper, keys from before and after it was made; nothing else does', async () => {
  const { ground, paper, old, fresh } = await room()
  const there = keysAt(ground, elsewhere)
  const reads = () => [there.keys.ringOf('a').open('p', old), there.keys.ringOf('b').open('p', fresh)]
  expect(there.rescue.look()).toEqual({ shut: 2, unrescued: 0, renewPaper: false })
  expect(there.rescue.open(newRecoveryKey())).toMatchObject({
    ok: false,
    error: { code: 'wrong-recovery-key' },
  })
  expect(reads()).toEqual([undefined, undefined])
  expect(there.rescue.open(paper.toLowerCase().replaceAll('-', ' '))).toEqual({
    ok: true,
    value: { opened: 2 },
  })
  expect(reads()).toEqual(['旧的', '新的'])
  // Kept: the next start needs no paper.
  expect(keysAt(ground, elsewhere).keys.ringOf('a').open('p', old)).toBe('旧的')
  expect(there.rescue.look()).toEqual({ shut: 0, unrescued: 0, renewPaper: false })
})

it('a new paper makes the old one worthless, but for what opens nowhere else', async () => {
  const { ground, here, paper, old } = await room()
  const second = newRecoveryKey()
  await renew(here, second)
  const there = keysAt(ground, elsewhere)
  expect(there.rescue.open(paper)).toMatchObject({ ok: false })
  const third = newRecoveryKey()
  await renew(there, third)
  expect(there.rescue.open(third)).toEqual({ ok: true, value: { opened: 0 } })
  expect(there.rescue.open(second)).toEqual({ ok: true, value: { opened: 2 } })
  expect(there.keys.ringOf('a').open('p', old)).toBe('旧的')
})

it('says what no paper could bring back', () => {
  const ground = testGround()
  const { keys, rescue } = keysAt(ground, seat)
  keys.ringOf('a').own()
  expect(rescue.look()).toEqual({ shut: 0, unrescued: 1, renewPaper: false })
})

it('leaves the file as it is where nothing changed, and makes it again where it is gone or damaged', async () => {
  const { ground, here, paper, old } = await room()
  const before = readFileSync(here.path, 'utf8')
  const since = statSync(here.path).ino
  here.rescue.keep()
  expect(statSync(here.path).ino).toBe(since)
  for (const spoil of [() => rmSync(here.path), () => writeFileSync(here.path, before.slice(0, 80))]) {
    spoil()
    expect(here.rescue.look().unrescued).toBe(2)
    here.rescue.keep()
    expect(keysAt(ground, elsewhere).rescue.open(paper)).toEqual({ ok: true, value: { opened: 2 } })
    expect(keysAt(ground, elsewhere).keys.ringOf('a').open('p', old)).toBe('旧的')
    // Back to how the first seat had them.
    keysAt(ground, seat).rescue.open(paper)
  }
})

it('brings back nobody who was erased, and carries what a database from before does not know', async () => {
  const { ground, here, paper } = await room()
  const gone = new Set(['a'])
  const file = () => here.file.read().keys.map(({ childId }) => childId)
  ground.db.run('DELETE FROM child_key')
  here.rescue.keep()
  expect(file()).toEqual(['a', 'b'])
  const after = keysAt(ground, seat, undefined, (id) => gone.has(id))
  after.rescue.keep()
  expect(file()).toEqual(['b'])
  expect(keysAt(ground, elsewhere).rescue.open(paper)).toEqual({ ok: true, value: { opened: 0 } })
})

it('keeps no key and no paper readable in the database', async () => {
  const { ground, here, paper } = await room()
  const rows = JSON.stringify([
    ...ground.db.all('SELECT * FROM child_key'),
    ...ground.db.all('SELECT * FROM rescue_pair'),
    here.file.read(),
  ])
  expect(rows).not.toContain('PRIVATE KEY')
  expect(rows).not.toContain(paper)
})

it('leaves no child’s key in memory after it looked at all of them', async () => {
  const { ground, here, paper } = await room()
  const rows = allKeys(ground.db)
  const { rescue } = here
  const deeds = [() => rescue.look(), () => rescue.open(paper), () => rescue.keep()]
  for (const deed of deeds) {
    const held = rows.map((row) => here.wrapping.unwrap(row.id)!)
    expect(held.every((key) => key.some((byte) => byte !== 0))).toBe(true)
    deed()
    expect(held.flatMap((key) => [...key]).every((byte) => byte === 0)).toBe(true)
  }
})
