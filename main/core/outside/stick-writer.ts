import { access, constants } from 'node:fs/promises'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** Why a stick was not opened for writing, or not closed again; each has a plain sentence (`refusal.…`). */
export type StickProblem = 'no-place' | 'stick-protected' | 'stick-busy' | 'io-error'

/** Where a Debian seat mounts its sticks, read only, and where it is asked to let the program write (`resources/provisioning/debian/stick-writer`). */
export interface StickWay {
  readonly root: string
  readonly socket: string
}
const seatWay: StickWay = { root: '/media/', socket: '/run/happy-home/sticks' }

/** A stick that can be written until it is closed. */
export interface OpenStick {
  /**
   * Brings everything to the stick. True: what is read from now on comes from the stick itself; false: it may come from memory. Missing where the
   * system cannot be told to forget: everywhere that is no Debian seat.
   */
  readonly forget?: () => Promise<Result<boolean, StickProblem>>
  close(): Promise<Result<void, StickProblem>>
}

/** Often enough for a line that is given up after two minutes of silence. Milliseconds. */
const STILL = 20_000

/** Written plainly: whoever may write here needs to ask nobody. */
const plain: OpenStick = { close: async () => ok(undefined) }

const answers: Readonly<Record<string, StickProblem>> = {
  gone: 'no-place',
  protected: 'stick-protected',
  busy: 'stick-busy',
}

/** The kernel's name of the partition in a folder of the seat's sticks; undefined for every other folder. */
export function partitionAt(folder: string, { root }: Pick<StickWay, 'root'> = seatWay): string | undefined {
  const name = folder.startsWith(root) ? folder.slice(root.length) : ''
  return /^(sd[a-z]{1,2}\d{0,2}|mmcblk\dp\d{1,2})$/.test(name) ? name : undefined
}

/** Whether writing in this folder can be asked for, though it is read only as it stands. */
export const isOpenedByAsking = async (folder: string, way: StickWay = seatWay): Promise<boolean> =>
  partitionAt(folder, way) !== undefined &&
  (await access(way.socket, constants.W_OK).then(
    () => true,
    () => false,
  ))

/**
 * Runs `work` while the stick at `folder` can be written, and closes the stick again however it ends. A folder that is no stick of a seat's, or a
 * seat without that helper: `work` runs as it is. Throws what `work` throws.
 */
export async function whileWriting<T, E>(
  folder: string,
  work: (stick: OpenStick) => Promise<Result<T, E>>,
  way: StickWay = seatWay,
): Promise<Result<T, E | StickProblem>> {
  const name = partitionAt(folder, way)
  const opened = name === undefined ? ok(plain) : await openStick(name, way.socket)
  if (!opened.ok) return opened
  let closed: Result<void, StickProblem> | undefined
  let done: Result<T, E>
  try {
    done = await work(opened.value)
  } finally {
    closed = await opened.value.close()
  }
  return done.ok && !closed.ok ? closed : done
}

async function openStick(name: string, socket: string): Promise<Result<OpenStick, StickProblem>> {
  const line = await lineTo(socket)
  if (!line) return ok(plain)
  const said = await line.ask(`write ${name}`)
  if (said !== 'ready') {
    line.end()
    // A line that breaks without a word: there are too many, or the helper cannot start.
    return err(said === undefined ? 'stick-busy' : (answers[said] ?? 'io-error'))
  }
  const beat = setInterval(() => line.say('still'), STILL)
  beat.unref()
  return ok({
    forget: async () => {
      const answer = await line.ask('forget')
      if (answer !== 'forgotten' && answer !== 'kept') return err('io-error')
      return ok(answer === 'forgotten')
    },
    close: async () => {
      clearInterval(beat)
      const answer = await line.ask('done')
      line.end()
      return answer === 'closed' ? ok(undefined) : err('io-error')
    },
  })
}

interface Line {
  say(word: string): void
  /** The next line that comes back; undefined where the other end is gone. */
  ask(word: string): Promise<string | undefined>
  end(): void
}

/** Undefined where nobody listens. */
function lineTo(path: string): Promise<Line | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const waiting: ((said: string | undefined) => void)[] = []
    let isGone = false
    const lines = createInterface({ input: socket })
    lines.on('line', (said) => waiting.shift()?.(said.trim()))
    socket.on('close', () => {
      isGone = true
      for (const tell of waiting.splice(0)) tell(undefined)
      // Too late where it had been connected.
      resolve(undefined)
    })
    // What follows is always `close`.
    socket.on('error', () => undefined)
    lines.on('error', () => undefined)
    socket.on('connect', () =>
      resolve({
        say: (word) => void (isGone || socket.write(`${word}\n`)),
        ask: (word) =>
          new Promise((answer) => {
            if (isGone) return answer(undefined)
            waiting.push(answer)
            socket.write(`${word}\n`)
          }),
        end: () => socket.destroy(),
      }),
    )
  })
}
