import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../main/call-server/engines/ports.ts'

export const root = resolve(import.meta.dirname, '..')

/** The call server as Node starts it. */
const program = ['--import', './main/core/db/raw-sql.register.ts', 'main/call-server/index.ts'] as const

/** The line that brings a seat to the server, in what it or its operator's command says. */
export const roomLine = /^http\S+#room=\S+$/m

/** A certificate and its key, as the settings of a server name them. */
export interface TlsFiles {
  readonly certificate: string
  readonly key: string
}

export interface ServerProcess {
  /** Starts it and resolves with what it is waited for to say. */
  start(): Promise<string>
  /** Ends it, where it runs. */
  stop(): Promise<void>
}

/** The call server as people start it. It ends with the test's own process, however that ends. */
export function serverProcess(words: readonly string[], awaited: RegExp): ServerProcess {
  let server: ChildProcess | undefined
  return {
    start() {
      const command = ['--pdeathsig', 'TERM', process.execPath, ...program, ...words]
      const started = spawn('setpriv', command, { cwd: root })
      server = started
      return new Promise((done, failed) => {
        let all = ''
        const hear = (part: Buffer) => {
          all += String(part)
          const found = awaited.exec(all)
          if (found) done(found[0])
        }
        started.stdout.on('data', hear)
        started.stderr.on('data', hear)
        started.once('exit', (code) =>
          failed(new Error(`the call server ended with ${String(code)}: ${all}`)),
        )
      })
    },
    async stop() {
      const running = server
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const gone = new Promise((done) => running.once('exit', done))
      running.kill('SIGTERM')
      await gone
    },
  }
}

/** Does beside a running server what its operator asks, and says what the operator reads. */
export function operate(settings: string, words: readonly string[]): string {
  const command = [...program, '--settings', settings, ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** The settings file of a server without engines; `page` is the folder of the parent's page, `tls` what its settings say of it. */
export const settingsWithoutEngines = (
  state: string,
  port: number,
  page: string | null,
  tls: TlsFiles | null = null,
): string =>
  JSON.stringify({
    state,
    public: { url: `${tls ? 'https' : 'http'}://localhost:${port}`, host: 'localhost', port, tls },
    engine: { port: 0 },
    sip: { proxy: 'ws://127.0.0.1:9', rpc: 'http://127.0.0.1:9/RPC' },
    relay: { urls: [] },
    secrets: { credentials: 'credentials.secret', messages: 'messages.secret' },
    page,
  })

export interface ServerWithoutEngines {
  /** Its own, with everything that it keeps. */
  readonly folder: string
  /** Starts it, each time at the same address. */
  start(tls?: TlsFiles): Promise<void>
  stop(): Promise<void>
  /** The line that brings a seat to a new room. */
  addRoom(): string
  /** Ends it and forgets everything. */
  close(): Promise<void>
}

/** A server without engines, not started yet: messages and the joining of a seat need none. @param page folder of the parent's page */
export async function serverWithoutEngines(page: string | null): Promise<ServerWithoutEngines> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-server-'))
  const settings = join(folder, 'settings.json')
  const port = await freePort()
  const server = serverProcess(['--settings', settings], /The call server is open/)
  return {
    folder,
    async start(tls) {
      writeFileSync(settings, settingsWithoutEngines('server', port, page, tls))
      await server.start()
    },
    stop: () => server.stop(),
    addRoom() {
      const said = operate(settings, ['--add-room', '一号'])
      const line = roomLine.exec(said)?.[0]
      if (line === undefined) throw new Error(`no room was made: ${said}`)
      return line
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
