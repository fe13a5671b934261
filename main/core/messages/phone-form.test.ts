import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from '../calls/test-seat.fixture.ts'
import { startsAs } from './content-rules.ts'
import { forgetFolders, hash, phoneOf, postOn, webm, type TestPost } from './test-post.fixture.ts'
import { recordTo } from './test-recording.fixture.ts'
import { transcode } from './transcode.ts'

let bench: Bench
let seat: TestSeat
let child: ReturnType<typeof withChild>
let folder: string

beforeEach(async () => {
  bench = await startBench({})
  seat = seatOn()
  child = withChild(seat)
  folder = mkdtempSync(join(tmpdir(), 'said-'))
  value(await seat.server.enrol(lineOf(bench)))
  await until(() => !value(seat.contacts.family(child.childId)).published.due)
})
afterEach(async () => {
  seat.calls.close()
  await bench.end()
  rmSync(folder, { recursive: true, force: true })
  forgetFolders()
})

async function said(post: TestPost): Promise<{ readonly id: string; readonly bytes: Uint8Array }> {
  await recordTo(join(folder, 'said'))
  const bytes = new Uint8Array(readFileSync(join(folder, 'said')))
  return { id: await post.record(child.childId, child.contactId, bytes), bytes }
}
const sent = async (post: TestPost, id: string): Promise<void> => {
  value(post.messages.send(child.childId, id))
  await post.messages.settled()
}

it('brings a voice to the phone as MP4, and keeps neither form here', async () => {
  const post = postOn(seat)
  const mother = await phoneOf(bench, seat, child.childId, child.contactId)
  const { id } = await said(post)
  await sent(post, id)
  const { json } = await mother.ask('GET', '/api/parent/messages')
  expect(json.messages).toMatchObject([{ id, type: 'audio/mp4', lengthMs: 4000 }])
  const got = await mother.ask('GET', `/api/parent/messages/${id}/content`)
  expect(startsAs('audio/mp4', got.bytes)).toBe(true)
  expect([...post.files(), ...post.open()]).toEqual([])
})

it('is heard on this seat as before while it waits in its new form', async () => {
  const post = postOn(seat)
  const { id, bytes } = await said(post)
  const whole = seat.server.line.askPlainly.bind(seat.server.line)
  seat.server.line.askPlainly = async (request) =>
    request.method === 'PATCH'
      ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } }
      : whole(request)
  await sent(post, id)
  const [card] = value(post.messages.box(child.childId, child.contactId)).messages
  const [file, ...more] = post.files()
  expect(card).toMatchObject({ id, state: 'waiting', content: `/media/message/${file}` })
  expect(file).not.toBe(hash(bytes))
  expect(more).toEqual([])
})

it('leaves nothing of what is thrown away just then', async () => {
  let post: TestPost
  post = postOn(seat, {
    transcode: async (input) => {
      const done = await transcode(input)
      value(await post.messages.drop(child.childId, id))
      return done
    },
  })
  const { id } = await said(post)
  await sent(post, id)
  expect(value(post.messages.box(child.childId, child.contactId)).messages).toEqual([])
  expect([...post.files(), ...post.open()]).toEqual([])
})

it('brings what cannot be changed as it is, and tries that once', async () => {
  let tried = 0
  const post = postOn(seat, {
    transcode: (input) => {
      tried += 1
      return transcode(input)
    },
  })
  const mother = await phoneOf(bench, seat, child.childId, child.contactId)
  const id = await post.record(child.childId, child.contactId, webm(9000))
  const whole = seat.server.line.askPlainly.bind(seat.server.line)
  let isCut = true
  seat.server.line.askPlainly = async (request) =>
    isCut ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } } : whole(request)
  await sent(post, id)
  isCut = false
  seat.ground.clock.pass(600_000)
  await post.round()
  const { json } = await mother.ask('GET', '/api/parent/messages')
  expect(json.messages).toMatchObject([{ id, type: 'audio/webm', size: 9000 }])
  expect(tried).toBe(1)
})
