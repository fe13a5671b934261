import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** The call server as Node starts it. */
export const serverProgram = [
  '--import',
  './main/core/db/raw-sql.register.ts',
  'main/call-server/index.ts',
] as const

/** The line that brings a seat to the server, in what it or its operator's command says. */
export const roomLine = /^http\S+#room=\S+$/m

/** The settings file of a server without engines; `page` is the folder of the parent's page, `tls` what its settings say of it. */
export const settingsWithoutEngines = (
  state: string,
  port: number,
  page: string | null,
  tls: { readonly certificate: string; readonly key: string } | null = null,
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

/** Starts the server and resolves when it has said what it is waited for, with that. It ends with the test's own process, however that ends. */
export async function startServer(
  words: readonly string[],
  awaited: RegExp,
): Promise<{ readonly server: ChildProcess; readonly said: string }> {
  const command = ['--pdeathsig', 'TERM', process.execPath, ...serverProgram, ...words]
  const server = spawn('setpriv', command, { cwd: root })
  const said = await new Promise<string>((done, failed) => {
    let all = ''
    const hear = (part: Buffer) => {
      all += String(part)
      const found = awaited.exec(all)
      if (found) done(found[0])
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', (code) => failed(new Error(`the call server ended with ${String(code)}: ${all}`)))
  })
  return { server, said }
}

export async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await gone
}
