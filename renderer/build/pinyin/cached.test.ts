import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cachedDictionary } from './cached.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'happy-home-pinyin-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = "ni'hao你好A拟好c\n".repeat(1000)

it('is made once, and again where only half of it was written', () => {
  let made = 0
  const make = () => {
    made += 1
    return text
  }
  for (let build = 0; build < 3; build += 1) expect(cachedDictionary(folder, make)).toBe(text)
  expect(made).toBe(1)
  const names = readdirSync(folder)
  expect(names).toHaveLength(1)
  const [name = ''] = names
  const path = join(folder, name)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(path, whole.slice(0, whole.length / 2))
  expect(cachedDictionary(folder, make)).toBe(text)
  expect(made).toBe(2)
  expect(readFileSync(path, 'utf8')).toBe(whole)
})

it('is made where nothing can be kept', () => {
  const file = join(folder, 'a file')
  writeFileSync(file, '')
  expect(cachedDictionary(file, () => text)).toBe(text)
})
