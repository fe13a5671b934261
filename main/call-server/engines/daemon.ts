import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { askUntil, type Question } from './ask.ts'

/** One line for the operator about an engine. */
export type EngineLog = (line: string) => void

/** How an engine is started and asked. */
export interface Daemon {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly ready: Question
  /** Remembers the process, so that a start after a crash can end what was left. */
  readonly pidFile: string
}

/** A running engine, which is started again when it dies. */
export interface Supervised {
  /** The process now; it changes with each restart. */
  pid(): number | undefined
  /** Ends it and all that it started; resolves when nothing of it is left. */
  stop(): Promise<void>
}

const FIRST_PAUSE = 250
const LONGEST_PAUSE = 15_000
/** An engine that lived so long, in ms, starts again without a pause. */
const HEALTHY = 30_000
const START_PATIENCE = 20_000
const STOP_PATIENCE = 8000

/** Starts an engine and waits until it answers. Throws with its last words when it does not. */
export async function supervise(daemon: Daemon, log: EngineLog): Promise<Supervised> {
  endLeftover(daemon)
  let child: ChildProcess | undefined
  let gone: Promise<void> = Promise.resolve()
  let stopping = false
  let pause = FIRST_PAUSE
  let lastWords: string[] = []

  const start = (): void => {
    const startedAt = performance.now()
    // The kernel ends it when we are killed; its group, made by detached, lets us end its workers with it.
    const started = spawn('setpriv', ['--pdeathsig', 'TERM', daemon.command, ...daemon.args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    child = started
    if (started.pid !== undefined) writeFileSync(daemon.pidFile, String(started.pid))
    const hear = (text: Buffer): void => {
      const lines = text
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
      lastWords = [...lastWords, ...lines].slice(-12)
      for (const line of lines) log(`${daemon.name}: ${line}`)
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    gone = new Promise((done) => {
      const ended = (): void => {
        // Workers of a killed engine live on and hold its ports.
        signalGroup(started.pid, 'SIGKILL')
        done()
        if (!stopping) void again(performance.now() - startedAt)
      }
      started.once('error', ended)
      started.once('exit', ended)
    })
  }
  const again = async (lived: number): Promise<void> => {
    pause = lived > HEALTHY ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE)
    log(`${daemon.name} has ended; it starts again in ${pause} ms`)
    await wait(pause, undefined, { ref: false })
    if (!stopping) start()
  }
  const stop = async (): Promise<void> => {
    stopping = true
    signalGroup(child?.pid, 'SIGTERM')
    const patience = setTimeout(() => signalGroup(child?.pid, 'SIGKILL'), STOP_PATIENCE)
    await gone
    clearTimeout(patience)
    rmSync(daemon.pidFile, { force: true })
  }

  start()
  if (await askUntil(daemon.ready, START_PATIENCE, () => pause > FIRST_PAUSE * 8))
    return { pid: () => child?.pid, stop }
  await stop()
  throw new Error(`${daemon.name} does not answer. Its last words:\n${lastWords.join('\n')}`)
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Nothing of it is left.
  }
}

/** Ends an engine that a killed call server left behind: only if the process is the one that was started with these words. */
function endLeftover({ pidFile, args }: Daemon): void {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'))
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    if (args.every((arg) => words.includes(arg))) signalGroup(pid, 'SIGKILL')
  } catch {
    // None was left.
  }
}
