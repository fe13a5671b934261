import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../backup/test-rooms.ts'
import { canTrace } from './traced-disk.ts'

const script = fileURLToPath(new URL('./writes-until-killed.ts', import.meta.url))
const loader = new URL('./raw-sql.register.ts', import.meta.url).href
const node = ['--import', loader, script]
const kills = Number(process.env['KILLS'] ?? 20)

/** Runs the child until it has acknowledged so many rows, kills it in the middle of the next ones; all it acknowledged. */
function writeAndKill(path: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [...node, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.split('\n').length > after) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The child ended by itself (${String(signal)})`))
      // The last piece may be half a line.
      else resolve(said.split('\n').slice(0, -1))
    })
  })
}

describe('kill -9', () => {
  it(
    `loses no acknowledged row and tears no transaction, ${kills} times in a row`,
    { timeout: 600_000 },
    async () => {
      const path = join(temporaryFolder(), 'room.sqlite')
      const acknowledged: string[] = []
      for (let turn = 0; turn < kills; turn++) {
        acknowledged.push(...(await writeAndKill(path, 1 + Math.floor(Math.random() * 400))))
        const raw = new BetterSqlite3(path, { readonly: true })
        const ids = (sql: string) => new Set(raw.prepare(sql).pluck().all() as string[])
        const acts = ids('SELECT id FROM staff_act')
        expect(acknowledged.filter((id) => !acts.has(id))).toEqual([])
        for (const other of [
          'SELECT id FROM room_setting',
          'SELECT row_id FROM change',
          'SELECT row_id FROM cell_clock',
        ]) {
          expect(ids(other)).toEqual(acts)
        }
        expect(raw.pragma('quick_check', { simple: true })).toBe('ok')
        raw.close()
      }
      expect(acknowledged.length).toBeGreaterThan(kills)
    },
  )
})

describe.skipIf(!canTrace)('a power cut', () => {
  // What a cut takes is what was not flushed: so before each acknowledgement the log has been flushed since it was written.
  it('finds every acknowledged transaction flushed, with one flush each', () => {
    const folder = temporaryFolder()
    const [path, trace] = [join(folder, 'room.sqlite'), join(folder, 'trace')]
    const rows = 300
    const calls = 'trace=write,pwrite64,fsync,fdatasync'
    const run = spawnSync('strace', [
      '-f',
      '-y',
      '-e',
      calls,
      '-o',
      trace,
      process.execPath,
      ...node,
      path,
      String(rows),
    ])
    expect(run.status).toBe(0)
    const events = readFileSync(trace, 'utf8').split('\n').map(eventOf).join('')
    const perRow = events.slice(events.indexOf('A') + 1, events.lastIndexOf('A') + 1).match(/[WF]*A/g) ?? []
    expect(perRow).toHaveLength(rows - 1)
    expect(perRow.filter((row) => !/W+F+A$/.test(row))).toEqual([])
    // One flush a row; a checkpoint, every thousand pages, adds one of the log before it and one of its new header after it.
    const plain = perRow.filter((row) => /^W+FA$/.test(row)).length
    expect(rows - 1 - plain).toBeLessThanOrEqual(rows / 20)
  })
})

/** W: the log is written, F: it is flushed, A: the child acknowledges a row; nothing for other calls. */
function eventOf(line: string): string {
  if (/write64\(\d+<[^>]*-wal>/.test(line)) return 'W'
  if (/f(data)?sync\(\d+<[^>]*-wal>/.test(line)) return 'F'
  return /write\(1</.test(line) ? 'A' : ''
}
