import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild } from '../calls/test-seat.fixture.ts'
import { forgetFolders, postOn, webm } from './test-post.fixture.ts'

/**
 * A seat with one child and its mother beside a call server that it has not joined yet.
 * `seat`, `child` and `post` may be replaced, as another run of the program does; what else is here goes by them.
 * @param wish settings of the call server that are not the usual ones
 */
export async function layLetterbox(wish: Record<string, unknown> = {}) {
  const bench = await startBench(wish)
  const seat = seatOn()
  const at = {
    bench,
    seat,
    child: withChild(seat),
    post: postOn(seat),
    enrol: async () => {
      value(await at.seat.server.enrol(lineOf(bench)))
      await until(() => !value(at.seat.contacts.family(at.child.childId)).published.due)
    },
    box: () => value(at.post.messages.box(at.child.childId, at.child.contactId)),
    states: () => at.box().messages.map(({ state, wait }) => [state, wait]),
    /** Records, sends, and waits until the post rests. */
    send: async (bytes?: Uint8Array<ArrayBuffer>): Promise<string> => {
      const id = await at.post.record(at.child.childId, at.child.contactId, bytes)
      value(at.post.messages.send(at.child.childId, id))
      await at.post.messages.settled()
      return id
    },
    /** Ids of the files in the server's folder of messages. */
    atServer: (): string[] => readdirSync(join(bench.settings.state, 'messages')),
    /** Sends a message of which two pieces are at the server when the line goes; `whole` is how the server was asked before. */
    halfSent: async (bytes = webm(500_000)) => {
      const { line } = at.seat.server
      const whole = line.askPlainly.bind(line)
      let pieces = 0
      line.askPlainly = async (request) => {
        if (request.method === 'PATCH') pieces += 1
        return pieces > 2 ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } } : whole(request)
      }
      return { id: await at.send(bytes), whole }
    },
    end: async () => {
      at.seat.calls.close()
      await at.post.messages.settled()
      await bench.end()
      forgetFolders()
    },
  }
  return at
}

export type Letterbox = Awaited<ReturnType<typeof layLetterbox>>
