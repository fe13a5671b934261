import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepCompiled } from './compiled-scripts.ts'

let folder: string
const old = () => join(folder, 'compiled', '1')
const ours = () => join(folder, 'compiled', '2')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'))
  mkdirSync(old(), { recursive: true })
  writeFileSync(join(old(), 'x'), 'of another edition')
  // Once in a process.
  keepCompiled(ours(), 0)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('keeps what is compiled in the folder of this edition, without waiting for an end in order', async () => {
  const script = join(folder, 'script.cjs')
  writeFileSync(script, 'exports.said = () => 1')
  module.createRequire(script)(script)
  expect(module.getCompileCacheDir()).toContain(ours())
  await expect.poll(() => readdirSync(ours(), { recursive: true }).length).toBeGreaterThan(1)
})

it('takes away what another edition kept', () => {
  expect(existsSync(old())).toBe(false)
})
