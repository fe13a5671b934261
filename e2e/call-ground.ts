import { chromium, type Browser, type Page } from '@playwright/test'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { toneFile } from './calls/client/tone.ts'
import { freePort } from '../main/call-server/engines/ports.ts'
import type { Purpose } from '#contract/wire.ts'
import { must } from './open-room.ts'

const root = resolve(import.meta.dirname, '..')

/** What the microphone of each end hears, in Hz. */
export const tones = { child: 440, mother: 880 } as const

/** A call server with its engines on this machine, and a browser for parents. */
export interface CallGround {
  /** The line that brings a seat to the server. */
  readonly line: string
  /** Switches for the kiosk: its camera and microphone. */
  readonly kioskDevices: readonly string[]
  /** Does beside the running server what its operator asks, and says what the operator reads. */
  operate(...words: readonly string[]): string
  /** Ends the server; calls that are talked go on. */
  stop(): Promise<void>
  /** Starts it again, at the same address. */
  start(): Promise<void>
  /** A phone of a parent: a context of its own. */
  phone(): Promise<Page>
  close(): Promise<void>
}

/** Lays the ground; the server is started as people start it. @param trunk port of a telephone company on this machine */
export async function layCallGround(trunk?: number): Promise<CallGround> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-call-ground-'))
  const devices = (who: keyof typeof tones): string[] => {
    const file = join(folder, `${who}.wav`)
    writeFileSync(file, toneFile(tones[who]))
    return [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
    ]
  }
  const state = join(folder, 'server')
  const port = String(await freePort())
  const local = ['--local', '--state', state, '--port', port]
  if (trunk !== undefined) local.push('--trunk', String(trunk))
  let { server, line } = await startServer(local)
  let browser: Browser | undefined
  return {
    line,
    kioskDevices: devices('child'),
    operate(...words) {
      const settings = join(folder, 'settings.json')
      writeFileSync(settings, JSON.stringify(operatorSettings(state, port)))
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...program, '--settings', settings, ...words],
        { cwd: root, encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(stderr)
      return stdout.trim()
    },
    stop: () => ended(server),
    async start() {
      ;({ server } = await startServer(local))
    },
    async phone() {
      browser ??= await chromium.launch({
        executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', ...devices('mother')],
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

const program = ['--import', './main/core/db/raw-sql.register.ts', 'main/call-server/index.ts']

/** As the settings file of a server names its folder and its address; the rest is not looked at by an operator's command. */
const operatorSettings = (state: string, port: string): object => ({
  state,
  public: { url: `http://localhost:${port}`, host: 'localhost', port: Number(port), tls: null },
  engine: { port: 7300 },
  sip: { proxy: 'ws://127.0.0.1:9', rpc: 'http://127.0.0.1:9/RPC' },
  relay: { urls: [] },
  secrets: { credentials: 'credentials.secret', messages: 'messages.secret' },
  page: null,
})

async function startServer(words: readonly string[]): Promise<{ server: ChildProcess; line: string }> {
  const server = spawn(process.execPath, [...program, ...words], { cwd: root })
  const line = await new Promise<string>((done, failed) => {
    let said = ''
    const hear = (part: Buffer) => {
      said += String(part)
      const found = /^http\S+#room=\S+$/m.exec(said)
      if (found) done(found[0])
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', (code) => failed(new Error(`the call server ended with ${String(code)}: ${said}`)))
  })
  return { server, line }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await gone
}

export interface Agreed {
  readonly purposes: readonly Purpose[]
  readonly phones: readonly string[]
}

export interface Kin {
  readonly childId: string
  readonly contactId: string
  /** Of the mother's invitation. */
  readonly link: string
}

/** Lin Xiaoyu and her mother, who agreed to pictures and messages, or to what is said; published, and invited. */
export async function familyOf(
  staff: Page,
  { purposes = ['video', 'messages'], phones = [] }: Partial<Agreed> = {},
): Promise<Kin> {
  const { id: childId } = await must(staff, 'children.add', {
    name: '林小雨',
    classLabel: '二(1)班',
    number: null,
    birthday: null,
  })
  const { id: contactId } = await must(staff, 'contacts.add', {
    childId,
    relation: '母亲',
    name: '林秀英',
    called: '妈妈',
    guardian: true,
    city: '东莞',
    spoken: null,
    language: 'zh-CN',
    phones: [...phones],
  })
  const [witness] = await must(staff, 'staff.people')
  await must(staff, 'contacts.decide', {
    childId,
    contactId,
    purposes: [...purposes],
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

/** Resolves when ten pictures were drawn in a film of a page. */
export const moves = (page: Page, film: string): Promise<unknown> =>
  page.waitForFunction((at) => {
    const video = document.querySelector<HTMLVideoElement>(at)
    return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 10
  }, film)

/** Resolves when what a film of a page sounds like is a tone of `hz`, within 15 Hz. */
export const sounds = (page: Page, film: string, hz: number): Promise<unknown> =>
  page.evaluate(
    async ([at, wanted]) => {
      const stream = document.querySelector<HTMLVideoElement>(at)?.srcObject
      if (!(stream instanceof MediaStream)) throw new Error(`nothing sounds at ${at}`)
      const context = new AudioContext()
      await context.resume()
      const ear = context.createAnalyser()
      ear.fftSize = 16_384
      context.createMediaStreamSource(stream).connect(ear)
      const bins = new Float32Array(ear.frequencyBinCount)
      const until = performance.now() + 15_000
      for (;;) {
        await new Promise(requestAnimationFrame)
        ear.getFloatFrequencyData(bins)
        const loudest = bins.reduce((best, value, bin) => (value > (bins[best] ?? -Infinity) ? bin : best), 0)
        const heard = (loudest * context.sampleRate) / ear.fftSize
        if (Math.abs(heard - wanted) < 15) return context.close()
        if (performance.now() > until)
          throw new Error(`${Math.round(heard)} Hz at ${bins[loudest]?.toFixed(0)} dB, not ${wanted}`)
      }
    },
    [film, hz] as const,
  )
