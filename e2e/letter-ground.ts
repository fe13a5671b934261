import { chromium, type Browser, type Page } from '@playwright/test'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../main/call-server/engines/ports.ts'
import { must } from './open-room.ts'

const root = resolve(import.meta.dirname, '..')
const program = ['--import', './main/core/db/raw-sql.register.ts', 'main/call-server/index.ts']

/** Camera and microphone of Chromium's own. */
export const fakeDevices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

/** The call server as its operator starts it, without engines: messages need no telephone. And a browser for parents. */
export interface LetterGround {
  /** The line that brings a seat to the server. */
  readonly line: string
  stop(): Promise<void>
  /** Starts it again, at the same address. */
  start(): Promise<void>
  /** A phone of a parent: a context of its own. */
  phone(): Promise<Page>
  close(): Promise<void>
}

export async function layLetterGround(): Promise<LetterGround> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-letters-'))
  const port = await freePort()
  const settings = join(folder, 'settings.json')
  writeFileSync(
    settings,
    JSON.stringify({
      state: 'server',
      public: { url: `http://localhost:${port}`, host: 'localhost', port, tls: null },
      engine: { port: 0 },
      sip: { proxy: 'ws://127.0.0.1:9', rpc: 'http://127.0.0.1:9/RPC' },
      relay: { urls: [] },
      secrets: { credentials: 'credentials.secret', messages: 'messages.secret' },
      page: join(root, 'out/parent'),
    }),
  )
  const words = [...program, '--settings', settings]
  let server = await served(words)
  const made = spawnSync(process.execPath, [...words, '--add-room', '一号'], { cwd: root, encoding: 'utf8' })
  const line = /^http\S+#room=\S+$/m.exec(made.stdout)?.[0]
  if (line === undefined) throw new Error(`no room was made: ${made.stderr}`)
  let browser: Browser | undefined
  return {
    line,
    stop: () => ended(server),
    async start() {
      server = await served(words)
    },
    async phone() {
      browser ??= await chromium.launch({
        executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', ...fakeDevices],
      })
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
      return context.newPage()
    },
    async close() {
      await browser?.close()
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when it says that it is open. */
async function served(words: readonly string[]): Promise<ChildProcess> {
  const server = spawn(process.execPath, words, { cwd: root })
  await new Promise<void>((open, failed) => {
    let said = ''
    const hear = (part: Buffer) => {
      said += String(part)
      if (said.includes('The call server is open')) open()
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', (code) => failed(new Error(`the call server ended with ${String(code)}: ${said}`)))
  })
  return server
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await gone
}

/** A child and its mother, for whom a guardian agreed to messages; published, and invited. */
export async function motherOf(staff: Page): Promise<{ childId: string; contactId: string; link: string }> {
  const born = { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null }
  const { id: childId } = await must(staff, 'children.add', born)
  const { id: contactId } = await must(staff, 'contacts.add', {
    childId,
    relation: '母亲',
    name: '林秀英',
    called: '妈妈',
    guardian: true,
    city: '东莞',
    spoken: null,
    language: 'zh-CN',
    phones: [],
  })
  const [witness] = await must(staff, 'staff.people')
  await must(staff, 'contacts.decide', {
    childId,
    contactId,
    purposes: ['video', 'messages'],
    given: true,
    day: new Date().toISOString().slice(0, 10),
    guardianId: contactId,
    witnessId: witness!.id,
    how: 'in-person',
    note: null,
  })
  await must(staff, 'contacts.publish')
  const { link } = await must(staff, 'contacts.invite', { childId, contactId })
  return { childId, contactId, link }
}
