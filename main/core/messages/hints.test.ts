import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort } from '../../call-server/engines/ports.ts'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from '../calls/test-seat.fixture.ts'
import { forgetFolders, phoneOf, postOn, webm, type TestPost } from './test-post.fixture.ts'

let bench: Bench
const open: { seat: TestSeat; post: TestPost }[] = []

beforeEach(async () => {
  // The same port after a restart, as a real server has it.
  const port = await freePort()
  bench = await startBench({ public: { url: 'http://localhost:1', host: '127.0.0.1', port, tls: null } })
})
afterEach(async () => {
  for (const { post } of open) await post.messages.settled()
  for (const { seat } of open.splice(0)) seat.calls.close()
  await bench.end()
  forgetFolders()
})

/** A seat whose child has a mother with a phone. Its post never ticks: what it learns it learns by hints. */
async function seatWithMother() {
  const seat = seatOn()
  const child = withChild(seat)
  const post = postOn(seat)
  open.push({ seat, post })
  value(await seat.server.enrol(lineOf(bench)))
  await until(() => !value(seat.contacts.family(child.childId)).published.due)
  const mother = await phoneOf(bench, seat, child.childId, child.contactId)
  await post.messages.settled()
  const unseen = (): number => post.messages.unseen(child.childId).get(child.contactId) ?? 0
  return { seat, child, post, mother, unseen }
}

it('lights the lamp at once, while no clock moves and nobody asks', async () => {
  const { seat, post, mother, unseen } = await seatWithMother()
  seat.calls.tick()
  await mother.leave(webm(5000))
  await until(() => unseen() === 1)
  // That one may have been found because the stream was just opened; the next is known by its hint alone.
  await post.messages.settled()
  await mother.leave(webm(5000))
  await until(() => unseen() === 2)
})

it('tells at once that mother has heard what the child said', async () => {
  const { seat, post, mother, child } = await seatWithMother()
  seat.calls.tick()
  const id = await post.record(child.childId, child.contactId)
  value(post.messages.send(child.childId, id))
  await post.messages.settled()
  await mother.ask('POST', `/api/parent/messages/${id}/seen`, {})
  await until(() => value(post.messages.box(child.childId, child.contactId)).messages[0]?.seen === true)
})

it('finds what came while the stream was cut, and is hinted at again', async () => {
  const { seat, post, mother, unseen } = await seatWithMother()
  seat.calls.tick()
  await mother.leave(webm(5000))
  await until(() => unseen() === 1)
  await post.messages.settled()
  await bench.restart()
  await mother.signIn()
  await mother.leave(webm(5000))
  await until(() => {
    seat.ground.clock.pass(1000)
    seat.calls.tick()
    return unseen() === 2
  })
  await post.messages.settled()
  await mother.leave(webm(5000))
  await until(() => unseen() === 3)
})

it('tells no other room', async () => {
  const [ours, theirs] = [await seatWithMother(), await seatWithMother()]
  const heard: string[] = []
  ours.seat.server.hints.onHint(() => heard.push('ours'))
  theirs.seat.server.hints.onHint(() => heard.push('theirs'))
  ours.seat.calls.tick()
  theirs.seat.calls.tick()
  // Each stream tells that it is open.
  await until(() => heard.length === 2)
  await ours.mother.leave(webm(5000))
  await theirs.mother.leave(webm(5000))
  await until(() => heard.length === 4)
  expect(heard.toSorted()).toEqual(['ours', 'ours', 'theirs', 'theirs'])
})
