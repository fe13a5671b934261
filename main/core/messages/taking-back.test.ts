import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seatOn, value, withChild } from '../calls/test-seat.fixture.ts'
import { testGround } from '../db/test-ground.ts'
import { layLetterbox, type Letterbox } from './test-letterbox.fixture.ts'
import { postOn } from './test-post.fixture.ts'

let at: Letterbox

beforeEach(async () => {
  at = await layLetterbox()
})
afterEach(() => at.end())

describe('a message that is taken back half-way', () => {
  it('goes at the server too, once the line is there again', async () => {
    await at.enrol()
    const { id, whole } = await at.halfSent()
    expect(at.atServer()).toEqual([id])
    value(await at.post.messages.drop(at.child.childId, id))
    await at.post.messages.settled()
    expect(at.atServer()).toEqual([id])
    at.seat.server.line.askPlainly = whole
    at.seat.ground.clock.pass(5000)
    await at.post.round()
    expect(at.atServer()).toEqual([])
  })

  it('goes also where the program was started anew meanwhile, and is asked for no more', async () => {
    const path = join(at.post.folder, 'room.sqlite')
    const start = () => {
      at.seat = seatOn(testGround({ path }))
      at.post = postOn(at.seat, { folder: at.post.folder })
    }
    const end = async () => {
      at.seat.calls.close()
      await at.post.messages.settled()
      at.seat.ground.db.close()
    }
    await end()
    start()
    at.child = withChild(at.seat)
    await at.enrol()
    const { id } = await at.halfSent()
    value(await at.post.messages.drop(at.child.childId, id))
    await end()

    start()
    // Alive again, and told to wait: that is no word that it is gone.
    const whole = at.seat.server.line.askPlainly.bind(at.seat.server.line)
    at.seat.server.line.askPlainly = async (request) =>
      request.method === 'DELETE'
        ? { ok: false, error: { at: 'refused', problem: 'too-many', waitMs: 60_000 } }
        : whole(request)
    await at.post.round()
    expect(at.atServer()).toEqual([id])
    await end()

    start()
    await at.post.round()
    expect(at.atServer()).toEqual([])
    expect(at.seat.ground.db.all('SELECT id FROM message_taken_back')).toEqual([])
  })

  it('is not asked for again before its time when the server refused', async () => {
    await at.enrol()
    const { id, whole } = await at.halfSent()
    let deletes = 0
    at.seat.server.line.askPlainly = async (request) => {
      if (request.method !== 'DELETE') return whole(request)
      deletes += 1
      return { ok: false, error: { at: 'refused', problem: 'too-many', waitMs: 60_000 } }
    }
    at.seat.ground.clock.pass(5000)
    value(await at.post.messages.drop(at.child.childId, id))
    for (let second = 0; second < 60; second += 5) {
      await at.post.round()
      at.seat.ground.clock.pass(5000)
    }
    expect(deletes).toBe(1)
    at.seat.server.line.askPlainly = whole
    await at.post.round()
    expect(at.atServer()).toEqual([])
  })
})
