import type { ParentHome } from '#contract/wire.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { bytesOf, newUuid, sha256Of } from './bytes.ts'
import type { Recorded } from './recorder.ts'
import type { PairedServer, ServerRefusal, Upload } from './server.ts'
import type { SendProblem } from './view-rules.ts'

/** A piece that a slow link carries within a minute. */
const PIECE = 131_072
const AGAIN_MS = 3000

export interface Sending {
  readonly percent: number
  readonly isPaused: boolean
}

/**
 * Sends a recording in pieces, on from where it was after each cut, until it has arrived, is refused or is taken back (`null`). The id is
 * made once, so that nothing arrives twice. What did not arrive does not stay at the server either.
 */
export async function sendMessage(
  server: PairedServer,
  home: ParentHome,
  { blob, type, lengthMs }: Recorded,
  onProgress: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<Result<null, SendProblem | null>> {
  const id = newUuid()
  const takeBack = (): void => void takeBackFor(server, id)
  // At once, whatever piece is on its way; and again when that piece has come in.
  signal.addEventListener('abort', takeBack)
  const whole = await bytesOf(blob)
  const kind = type.startsWith('video') ? 'video' : 'voice'
  const start = {
    id,
    from: home.user,
    to: home.child.user,
    kind,
    type,
    size: whole.byteLength,
    lengthMs,
    sha256: await sha256Of(whole),
  } as const

  let at: Upload | null = null
  while (!signal.aborted) {
    const answer: Result<Upload, ServerRefusal> =
      at === null ? await server.begin(start) : await addPiece(server, id, whole, at.offset)
    if (answer.ok) at = answer.value
    else if (answer.error.problem === 'wrong-offset')
      at = { offset: answer.error.offset ?? 0, arrived: false }
    else if (isPassing(answer.error)) await pause(AGAIN_MS)
    else {
      takeBack()
      return err(problemOf(answer.error))
    }
    if (at?.arrived) return ok(null)
    const percent = Math.floor(((at?.offset ?? 0) * 100) / whole.byteLength)
    onProgress({ percent, isPaused: !answer.ok && isPassing(answer.error) })
  }
  takeBack()
  return err(null)
}

/** Until the server has heard it: what is taken back is often what a dead link held up. */
async function takeBackFor(server: PairedServer, id: string): Promise<void> {
  for (;;) {
    const answer = await server.takeBack(id)
    if (answer.ok || !isPassing(answer.error)) return
    await pause(AGAIN_MS)
  }
}

async function addPiece(server: PairedServer, id: string, whole: ArrayBuffer, offset: number) {
  const piece = whole.slice(offset, offset + PIECE)
  return server.add(id, offset, new Blob([piece]), await sha256Of(piece))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const isPassing = ({ problem }: ServerRefusal): boolean =>
  problem === 'unreachable' || problem === 'too-many' || problem === 'server'

function problemOf({ problem }: ServerRefusal): SendProblem {
  if (problem === 'too-large') return 'too-large'
  return problem === 'no-consent' ? 'no-consent' : 'failed'
}
