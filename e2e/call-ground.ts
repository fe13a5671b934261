import type { Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toneFile } from './calls/client/tone.ts'
import { freePort } from '../main/call-server/engines/ports.ts'
import { createPhones, fakeDevices, type ParentPhones } from './parent-phones.ts'
import { patience } from './patience.ts'
import { operate, roomLine, serverProcess, settingsWithoutEngines } from './server-process.ts'

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
  readonly phone: ParentPhones['phone']
  /** Where the telephone company brings its calls. */
  trunkSide(): number
  close(): Promise<void>
}

/** Lays the ground; the server is started as people start it. @param trunk port of a telephone company on this machine */
export async function layCallGround(trunk?: number): Promise<CallGround> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-call-ground-'))
  const devices = (who: keyof typeof tones): string[] => {
    const file = join(folder, `${who}.wav`)
    writeFileSync(file, toneFile(tones[who]))
    return [...fakeDevices, `--use-file-for-fake-audio-capture=${file}`]
  }
  const state = join(folder, 'server')
  const port = await freePort()
  const local = ['--local', '--state', state, '--port', String(port)]
  if (trunk !== undefined) local.push('--trunk', String(trunk))
  const server = serverProcess(local, roomLine)
  const line = await server.start()
  const phones = createPhones(devices('mother'))
  return {
    line,
    kioskDevices: devices('child'),
    operate(...words) {
      const settings = join(folder, 'settings.json')
      // As the file of a server names its folder and its address; the rest is not looked at by an operator's command.
      writeFileSync(settings, settingsWithoutEngines(state, port, null))
      return operate(settings, words)
    },
    stop: () => server.stop(),
    async start() {
      await server.start()
    },
    trunkSide() {
      const written = readFileSync(join(state, 'engines/kamailio/settings.cfg'), 'utf8')
      return Number(/LISTEN_TRUNK udp:127\.0\.0\.1:(\d+)/.exec(written)?.[1])
    },
    phone: phones.phone,
    async close() {
      await phones.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when ten pictures were drawn in a film of a page. */
export const moves = (page: Page, film: string): Promise<unknown> =>
  page.waitForFunction(
    (at) => {
      const video = document.querySelector<HTMLVideoElement>(at)
      return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 10
    },
    film,
    { timeout: patience },
  )

/** Resolves when what a film of a page sounds like is a tone of `hz`, within 15 Hz. */
export const sounds = (page: Page, film: string, hz: number): Promise<unknown> =>
  page.evaluate(
    async ([at, wanted, limit]) => {
      const stream = document.querySelector<HTMLVideoElement>(at)?.srcObject
      if (!(stream instanceof MediaStream)) throw new Error(`nothing sounds at ${at}`)
      const context = new AudioContext()
      await context.resume()
      const ear = context.createAnalyser()
      ear.fftSize = 16_384
      context.createMediaStreamSource(stream).connect(ear)
      const bins = new Float32Array(ear.frequencyBinCount)
      const until = performance.now() + limit
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
    [film, hz, patience] as const,
  )
