import { randomBytes } from 'node:crypto'
import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { child, contact, hash, put, startOf, startPost } from './post.fixture.ts'

const { bench, mother, seat, phone, files } = await startPost()
afterAll(() => bench.end())

describe('a message that comes in pieces', () => {
  it('may be begun anew in another form until it is whole, and not after', async () => {
    const [first, second] = [randomBytes(9000), randomBytes(7000)]
    const start = startOf(first)
    await seat('POST', '/messages', start)
    await put(seat, start.id, first, 0, 5000)
    const anew = startOf(second, { id: start.id })
    expect((await seat('POST', '/messages', anew)).json).toEqual({ offset: 0, arrived: false })
    expect((await put(seat, start.id, second, 0, 7000)).json).toEqual({ offset: 7000, arrived: true })
    expect((await phone('GET', `/messages/${start.id}/content`)).bytes.equals(second)).toBe(true)
    expect((await seat('POST', '/messages', start)).json.problem).toBe('not-yours')
    await phone('DELETE', `/messages/${start.id}`)
  })

  it('comes whole out of uploads cut anywhere, with restarts and leftovers in the file between', async () => {
    const plan = fc.record({
      size: fc.integer({ min: 1, max: 60_000 }),
      pieces: fc.array(fc.integer({ min: 4096, max: 20_000 }), { minLength: 1, maxLength: 8 }),
      trouble: fc.array(fc.constantFrom('none', 'again', 'wrong hash', 'restart', 'leftover'), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ size, pieces, trouble }) => {
        const bytes = randomBytes(size)
        const start = startOf(bytes)
        await seat('POST', '/messages', start)
        let step = 0
        for (let offset = 0; offset < size; step += 1) {
          const end = Math.min(size, offset + pieces[step % pieces.length]!)
          const now = trouble[step % trouble.length]!
          if (now === 'wrong hash') {
            const refused = await seat(
              'PATCH',
              `/messages/${start.id}/upload?offset=${offset}`,
              bytes.subarray(offset, end),
              { 'x-sha256': hash(Buffer.from('other')) },
            )
            expect(refused.json).toEqual({ problem: 'bad-request', offset })
          }
          await put(seat, start.id, bytes, offset, end)
          if (now === 'again') {
            const again = await put(seat, start.id, bytes, offset, end)
            expect(again.json).toEqual({ problem: 'wrong-offset', offset: end })
          }
          if (now === 'restart') await bench.restart()
          if (now === 'leftover' && end < size) {
            const file = join(bench.settings.state, 'messages', start.id)
            truncateSync(file, readFileSync(file).length + 777)
          }
          const asked = await seat('POST', '/messages', start)
          expect(asked.json).toEqual({ offset: end, arrived: end === size })
          offset = asked.json.offset
        }
        const got = await phone('GET', `/messages/${start.id}/content`)
        expect(got.bytes.equals(bytes)).toBe(true)
        await phone('DELETE', `/messages/${start.id}`)
        bench.clock.pass(60_000)
        await mother.signIn()
      }),
      { numRuns: 12 },
    )
  })

  it('can be fetched in any parts', async () => {
    const bytes = randomBytes(30_000)
    const start = startOf(bytes)
    await seat('POST', '/messages', start)
    for (const [from, to] of [
      [0, 5000],
      [5000, 20_000],
      [20_000, 30_000],
    ] as const)
      await put(seat, start.id, bytes, from, to)
    const path = `/messages/${start.id}/content`
    await fc.assert(
      fc.asyncProperty(fc.nat(29_999), fc.nat(29_999), async (one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)]
        const got = await phone('GET', path, undefined, { range: `bytes=${from}-${to}` })
        expect([got.status, got.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/30000`])
        expect(got.bytes.equals(bytes.subarray(from, to + 1))).toBe(true)
      }),
      { numRuns: 20 },
    )
    const beyond = await phone('GET', path, undefined, { range: 'bytes=30000-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */30000'])
    await phone('DELETE', `/messages/${start.id}`)
  })

  it('whose whole is not what was announced never arrives', async () => {
    const bytes = randomBytes(5000)
    const start = startOf(bytes, { sha256: hash(Buffer.from('other')) })
    await seat('POST', '/messages', start)
    expect((await put(seat, start.id, bytes, 0, 5000)).json).toEqual({ problem: 'bad-request', offset: 0 })
    expect((await phone('GET', '/messages')).json.messages).toEqual([])
    expect(files()).toEqual([])
  })

  it('that is half here goes at once when its sender takes it back, from the disk too', async () => {
    const words = randomBytes(9000)
    for (const [ask, wish] of [
      [seat, {}],
      [phone, { from: contact.user, to: child.user }],
    ] as const) {
      const start = startOf(words, wish)
      await ask('POST', '/messages', start)
      await put(ask, start.id, words, 0, 5000)
      expect(files()).toEqual([start.id])
      const receiver = ask === seat ? phone : seat
      expect((await receiver('DELETE', `/messages/${start.id}`)).status).toBe(404)
      expect((await ask('DELETE', `/messages/${start.id}`)).status).toBe(204)
      expect(files()).toEqual([])
      expect((await put(ask, start.id, words, 5000, 9000)).json).toEqual({ problem: 'unknown' })
      expect((await ask('POST', '/messages', start)).json).toEqual({ offset: 0, arrived: false })
      await ask('DELETE', `/messages/${start.id}`)
    }
  })

  it('that is taken back while a piece of it comes in leaves nothing', async () => {
    const words = randomBytes(300_000)
    const start = startOf(words)
    await seat('POST', '/messages', start)
    const [added] = await Promise.all([
      put(seat, start.id, words, 0, 300_000),
      seat('DELETE', `/messages/${start.id}`),
    ])
    // Whichever was first: it is with the receiver as a whole, or nowhere.
    const listed = (await phone('GET', '/messages')).json.messages.map((one: { id: string }) => one.id)
    expect(listed).toEqual(added.status === 200 ? [start.id] : [])
    expect(files()).toEqual(listed)
    await phone('DELETE', `/messages/${start.id}`)
  })
})
