import * as fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeExample } from '#core/example/example-job.ts'
import { openHouseIn, value } from '#core/house/house-on-disk.fixture.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { cleanLog, masked } from './bundle-rules.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bundle-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('holds no name, number or word of a furnished room, though the log named them', async () => {
  const watch = { onProgress: () => {}, signal: new AbortController().signal }
  const path = roomFiles(folder).database
  await makeExample({ path, seat: 'seat-1', now: Date.now(), offset: 480 }, watch)
  const house = openHouseIn(folder)
  const { db } = house.ground
  const texts = (sql: string) => db.all<{ word: string | null }>(sql).flatMap(({ word }) => word ?? [])
  const names = texts(`SELECT name AS word FROM child UNION SELECT name FROM contact UNION SELECT name FROM staff`)
  const numbers = texts(`SELECT phone.value AS word FROM contact, json_each(contact.phones) AS phone`)
  expect(names.length).toBeGreaterThan(100)
  const log = join(folder, 'main.log')
  const words = '我想妈妈了，谁也不要告诉'
  writeFileSync(
    log,
    `[2026-11-22 08:00:00.000] [warn]  A door stayed shut {"name":"${names[0]}","count":3,"code":"no-voice"}
[2026-11-22 08:00:01.000] [error] Uncaught {"error":{"name":"TypeError","message":"${words} ${numbers[0]}","stack":"TypeError: ${words}\\n at x (/opt/happy-home/out/main/index.js:120:14)"}}
[2026-11-22 08:00:02.000] [info]  ${names[1]} was here
${words}
`,
  )
  const look = await house.health.check(true)
  await house.health.tried('s', { device: 'microphone', result: 'silent', level: 0 })
  const { makeBundle } = await import('./make-bundle.ts')
  const files = unzipSync(makeBundle({ database: path, logs: [log], look, version: '0.1.0' }))
  const all = Object.values(files).map((bytes) => strFromU8(bytes)).join('\n')
  for (const secret of [...names, ...numbers, words, '谁也不要'])
    expect(all.includes(secret), secret).toBe(false)
  expect(strFromU8(files['log.txt'] ?? new Uint8Array())).toContain('"code":"no-voice"')
  expect(all).toContain('index.js:120:14')
  expect(all).toContain('(1 lines left out)')
  expect(all).toContain('"result": "silent"')
  expect(JSON.parse(strFromU8(files['lamps.json'] ?? new Uint8Array()))).toMatchObject({ at: look.at })
  await house.close()
}) // prettier-ignore

it('a log keeps no sentence, and a mask no name, wherever they stand', () => {
  const sentence = fc.string({ minLength: 3 }).filter((text) => /\s|[^\x20-\x7e]/.test(text.slice(1, -1)))
  fc.assert(
    fc.property(sentence, fc.string({ unit: 'grapheme', minLength: 2, maxLength: 12 }), (text, name) => {
      const facts = JSON.stringify({ what: text, deep: [{ more: text }] })
      const { lines } = cleanLog(`[2026-11-22 08:00:00.000] [info]  It is so ${facts}`)
      expect(lines).toEqual(['[2026-11-22 08:00:00.000] [info] It is so {"what":"…","deep":[{"more":"…"}]}'])
      expect(masked(`before ${name} after ${name}`, [name])).not.toContain(name)
    }),
  )
})

it('writes down when a lamp turned, once, and never forgets', async () => {
  const house = openHouseIn(folder)
  await house.health.check(false)
  await house.health.check(false)
  expect(house.health.history('disk').turns).toHaveLength(1)
  house.devices.tell({ device: 'camera', is: 'silent', during: 'call', outMs: null })
  house.devices.tell({ device: 'camera', is: 'back', during: 'call', outMs: 5 })
  const [now, then] = house.health.history('camera').turns
  expect(then).toMatchObject({ says: 'silent', tone: 'bad' })
  expect(now?.tone).not.toBe('bad')
  const { lamps } = await house.health.tried('nobody', { device: 'microphone', result: 'works', level: 40 })
  expect(lamps.find(({ name }) => name === 'microphone')).toMatchObject({ says: expect.stringMatching(/works|missing/) })
  expect(house.health.history('microphone').trials).toMatchObject([{ result: 'works', level: 40, staffName: null }])
  value({ ok: true, value: await house.close() })
}) // prettier-ignore
