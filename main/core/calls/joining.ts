import { z } from 'zod'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { signedText } from '#contract/wire-signing.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Membership, MembershipStore } from './membership.ts'
import { readProvisioningLine } from './provisioning-line-rules.ts'
import { PATIENCE_MS } from './seat-line.ts'
import { newSecretKey, publicHalf, signText } from './signing-keys.ts'
import { joiningRefusal } from './trouble-rules.ts'
import { askServer } from './wire-request.ts'

const enrolled = z.object({ seat: z.string(), room: z.string(), name: z.string() })
const time = z.object({ now: z.number() })

export interface Joined extends Membership {
  /** The server's time just now, UTC ms. */
  readonly now: number
}

/**
 * Joins the room of a provisioning line under a fresh key of this seat. Refuses `line-unreadable`, `line-used`,
 * `line-expired`, `call-server-insecure`, `room-elsewhere`, or why the server cannot be reached.
 */
export async function join(
  line: string,
  seatName: string,
  keys: Pick<MembershipStore, 'roomKey'>,
): Promise<Result<Joined, Refusal>> {
  const read = readProvisioningLine(line)
  if (!read.ok) return err(refuse(read.error))
  const { origin, room, code } = read.value
  // Asked first: it costs no code where the server is away or its certificate is not believed.
  const asked = await askServer(origin, { method: 'GET', path: '/api/time', timeoutMs: PATIENCE_MS })
  if (!asked.ok) return err(wordsFor(asked.error))
  const told = time.safeParse(asked.value)
  if (!told.success) return err(refuse('call-server-away'))
  const seatKey = newSecretKey()
  const roomKey = keys.roomKey(room)
  const body = {
    room,
    code,
    name: seatName,
    seatKey: publicHalf(seatKey),
    roomKey: publicHalf(roomKey),
    proof: signText(roomKey, signedText.enrolment(room, code, publicHalf(seatKey))),
  }
  const answer = await askServer(origin, {
    method: 'POST',
    path: '/api/seats',
    body: new TextEncoder().encode(JSON.stringify(body)),
    timeoutMs: PATIENCE_MS,
  })
  if (!answer.ok) return err(wordsFor(answer.error))
  const seat = enrolled.safeParse(answer.value)
  if (!seat.success || seat.data.room !== room) return err(refuse('call-server-refused'))
  const { now } = told.data
  return ok({
    origin,
    room,
    name: seat.data.name,
    seat: seat.data.seat,
    seatKey,
    enrolledAt: now,
    proxy: null,
    now,
  })
}

type Failure = Extract<Awaited<ReturnType<typeof askServer>>, { ok: false }>['error']

const wordsFor = (failure: Failure): Refusal =>
  failure.at === 'away' ? refuse(failure.trouble) : joiningRefusal(failure.problem, failure.waitMs)
