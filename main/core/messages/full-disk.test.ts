import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from '../calls/test-seat.fixture.ts'
import { hash, phoneOf, postOn, webm, type TestPost } from './test-post.fixture.ts'

const mayMount = process.platform === 'linux' && process.getuid?.() === 0

// A real disk of half a megabyte, which runs full; the database lies elsewhere.
describe.skipIf(!mayMount)('a disk that is full', () => {
  let bench: Bench
  let disk: string
  let seat: TestSeat
  let post: TestPost
  let child: ReturnType<typeof withChild>

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'small-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk])
    bench = await startBench()
    seat = seatOn()
    child = withChild(seat)
    post = postOn(seat, { folder: join(disk, 'media') })
  })
  afterEach(async () => {
    seat.calls.close()
    await post.messages.settled()
    await bench.end()
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })

  it('ends a recording, and keeps all that it had taken: it needs no second place', async () => {
    const { childId, contactId } = child
    const { id } = value(await post.messages.begin(childId, { contactId, kind: 'voice', type: 'audio/webm' }))
    const bytes = webm(900_000)
    let kept = 0
    for (;;) {
      const answer = await post.messages.append(childId, id, kept, bytes.subarray(kept, kept + 40_000))
      if (!answer.ok) {
        expect(answer.error.code).toBe('disk-full')
        break
      }
      kept = answer.value.bytes
    }
    expect(kept).toBeGreaterThan(300_000)
    value(await post.messages.finish(childId, id, 5000))
    const [draft] = value(post.messages.box(childId, contactId)).messages
    const [name] = post.files()
    expect(draft).toMatchObject({ state: 'draft', content: `/media/message/${name}` })
    const whole = await post.media.read('message', name ?? '')
    expect(whole?.length).toBeGreaterThanOrEqual(kept)
    expect(hash(whole?.subarray(0, kept) ?? new Uint8Array())).toBe(hash(bytes.subarray(0, kept)))
  })

  it('leaves what comes from home at the server until there is room again', async () => {
    value(await seat.server.enrol(lineOf(bench)))
    await until(() => !value(seat.contacts.family(child.childId)).published.due)
    const mother = await phoneOf(bench, seat, child.childId, child.contactId)
    const bytes = webm(300_000)
    await mother.leave(bytes)
    writeFileSync(join(disk, 'ballast'), new Uint8Array(350_000))
    seat.ground.clock.pass(60_000)
    await post.round()
    const box = () => value(post.messages.box(child.childId, child.contactId)).messages
    expect(box()).toMatchObject([{ state: 'coming', seen: false }])
    rmSync(join(disk, 'ballast'))
    seat.ground.clock.pass(60_000)
    await post.round()
    expect(box()).toMatchObject([{ state: 'here', content: `/media/message/${hash(bytes)}` }])
  })
})
