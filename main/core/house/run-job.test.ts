import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backupsIn } from '#core/backup/files.ts'
import { testGround } from '#core/db/test-ground.ts'
import { jobRunner } from './run-job.ts'

const root = new URL('../../../', import.meta.url)
// Plain Node does not know `?raw`; what the build does for the packaged thread, this does here.
const run = jobRunner(new URL('main/worker.ts', root), {
  execArgv: ['--import', new URL('main/core/db/raw-sql.register.ts', root).href],
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('makes a backup in a thread, while the room goes on writing', async () => {
  const path = join(folder, 'room.sqlite')
  const { db } = testGround({ path })
  const shares: number[] = []
  const made = run(
    'backup',
    { path, folder: join(folder, 'backups'), certain: Date.now() },
    { onProgress: (done) => shares.push(done) },
  )
  db.run(`INSERT INTO meta (key, value) VALUES ('meanwhile', 'yes')`)
  expect(await made).toMatchObject({ ok: true })
  expect(backupsIn(join(folder, 'backups'))).toHaveLength(1)
  expect(shares.length).toBeGreaterThan(0)
  db.close()
})

it('stops when asked', async () => {
  const path = join(folder, 'room.sqlite')
  testGround({ path }).db.close()
  const answer = await run('backup', { path, folder, certain: Date.now() }, { signal: AbortSignal.abort() })
  expect(answer).toEqual({ ok: false, error: { kind: 'stopped' } })
})

it('finds damage, and says when there is nothing to look at', async () => {
  const path = join(folder, 'room.sqlite')
  testGround({ path }).db.close()
  expect(await run('integrity', { path })).toBeNull()
  await expect(run('integrity', { path: join(folder, 'none') })).rejects.toMatchObject({
    code: 'SQLITE_CANTOPEN',
  })
  writeFileSync(join(folder, 'other'), 'not a database at all, but long enough to be looked at'.repeat(40))
  await expect(run('integrity', { path: join(folder, 'other') })).rejects.toMatchObject({
    code: 'SQLITE_NOTADB',
  })
  mkdirSync(join(folder, 'x'))
  // @ts-expect-error -- no such job
  await expect(run('constructor', {})).rejects.toThrow('no job')
})
