import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killAll } from '../process-tree.ts'

const folder = mkdtempSync(join(tmpdir(), 'happy-home-end-'))
const file = (name: string): string => join(folder, name)

// A program that takes a moment to end, and says when it has, as the room does with its last backup.
const program = `
  import { writeFileSync } from 'node:fs'
  process.on('SIGTERM', () => setTimeout(() => { writeFileSync('ended', ''); process.exit(0) }, 300))
  setInterval(() => undefined, 1000)
  writeFileSync('begun', String(process.pid))
`
const starter = `
  import { spawn } from 'node:child_process'
  import { endWith } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'end-with.mjs')))}
  endWith(spawn(process.execPath, ['program.mjs'], { stdio: 'inherit' }))
`

beforeAll(() => {
  writeFileSync(file('program.mjs'), program)
  writeFileSync(file('starter.mjs'), starter)
  writeFileSync(file('package.json'), JSON.stringify({ scripts: { start: 'node starter.mjs' } }))
})
const pids: number[] = []
afterAll(() => {
  // Where the test failed it goes on.
  killAll(pids)
  rmSync(folder, { recursive: true })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function begun(command: string, args: readonly string[]): Promise<[ChildProcess, number]> {
  for (const name of ['begun', 'ended']) rmSync(file(name), { force: true })
  const started = spawn(command, args, { cwd: folder, stdio: 'ignore' })
  await until(() => existsSync(file('begun')) && readFileSync(file('begun'), 'utf8') !== '')
  const pid = Number(readFileSync(file('begun'), 'utf8'))
  pids.push(pid)
  return [started, pid]
}

it('hands on a request to end, and ends when the program has', async () => {
  const [starterProcess, pid] = await begun(process.execPath, ['starter.mjs'])
  const gone = new Promise((done) => starterProcess.once('exit', done))
  starterProcess.kill('SIGTERM')
  expect(await gone).toBe(0)
  expect(existsSync(file('ended'))).toBe(true)
  expect(isRunning(pid)).toBe(false)
})

it('ends the program too when npm is asked to end', async () => {
  const [npm, pid] = await begun('npm', ['start'])
  npm.kill('SIGTERM')
  await until(() => !isRunning(pid))
  expect(existsSync(file('ended'))).toBe(true)
})
