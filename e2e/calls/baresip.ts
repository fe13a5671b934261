import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../main/call-server/engines/ports.ts'
import { patience } from '../patience.ts'
import { readWave, type Sound } from './pitch.ts'

/** A telephone that picks up by itself, says a tone, and records what it hears. */
export interface Baresip {
  /** What it has heard in its latest call. */
  heard(): Sound
  /** Resolves once its recording is as wanted; the recording is written piece by piece. */
  untilHeard(wanted: (sound: Sound) => boolean): Promise<void>
  /** The keys that it was pressed so far: within the voice, once each was let go, and in requests of the call. */
  keys(): { readonly withVoice: string; readonly byRequest: string }
  /** How many calls have ended there. */
  ended(): number
  /** Resolves once one more call has ended than `before`. */
  untilEnded(before: number): Promise<void>
  stop(): Promise<void>
}

/** Its words for a key. */
const keyHeard = /received (?:event: '(.)' \(end=1\)|DTMF: '(.)')/g
const modules = ['g711', 'ausine', 'aubridge', 'sndfile', 'account']
const programs = ['menu', 'ctrl_tcp']

const configuration = (port: number, control: number, hz: number, recordings: string): string =>
  [
    'poll_method epoll',
    `sip_listen 127.0.0.1:${port}`,
    'call_max_calls 4',
    'call_local_timeout 45',
    'audio_player aubridge,sink',
    `audio_source ausine,${hz}`,
    'audio_alert aubridge,nil',
    'ausrc_srate 48000',
    'ausrc_channels 2',
    'audio_srate 8000-48000',
    'audio_channels 1-2',
    'rtp_timeout 0',
    'jitter_buffer_delay 5-10',
    'module_path /usr/lib/baresip/modules',
    ...modules.map((name) => `module ${name}.so`),
    ...programs.map((name) => `module_app ${name}.so`),
    `ctrl_tcp_listen 127.0.0.1:${control}`,
    `snd_path ${recordings}`,
    '',
  ].join('\n')

/** Starts it as the telephone company on a port of loopback; resolves once it listens. */
export async function startBaresip(
  port: number,
  { number, hz }: { number: string; hz: number },
): Promise<Baresip> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-baresip-'))
  const recordings = join(folder, 'recordings')
  mkdirSync(recordings)
  const control = await freePort()
  writeFileSync(join(folder, 'config'), configuration(port, control, hz, recordings))
  writeFileSync(
    join(folder, 'accounts'),
    `<sip:${number}@127.0.0.1:${port}>;regint=0;answermode=auto;audio_codecs=PCMA/8000/1,PCMU/8000/1\n`,
  )
  writeFileSync(join(folder, 'contacts'), '')
  const child = spawn('baresip', ['-f', folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  const gone = once(child, 'exit')
  let said = ''
  let endedCalls = 0
  let [withVoice, byRequest] = ['', '']
  const hear = (text: Buffer): void => {
    said = (said + text.toString('utf8')).slice(-4000)
    for (const [, event = '', request = ''] of text.toString('utf8').matchAll(keyHeard)) {
      withVoice += event
      byRequest += request
    }
    endedCalls += text.toString('utf8').match(/session closed|Call with .* terminated/g)?.length ?? 0
    child.emit('said')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  while (!(await answers(control))) {
    if (child.exitCode !== null) throw new Error(`baresip ended: ${said}`)
    await wait(20)
  }
  const heard = (): Sound => {
    const newest = readdirSync(recordings)
      .filter((name) => name.endsWith('dec.wav'))
      .toSorted()
      .at(-1)
    return newest === undefined ? silence : readWave(join(recordings, newest))
  }
  return {
    heard,
    async untilHeard(wanted) {
      const late = performance.now() + patience
      while (!wanted(heard())) {
        if (performance.now() > late) throw new Error(`The telephone does not hear it: ${said}`)
        await wait(100)
      }
    },
    keys: () => ({ withVoice, byRequest }),
    ended: () => endedCalls,
    untilEnded: (before) =>
      new Promise((done) => {
        const look = (): void => {
          if (endedCalls <= before) return
          child.off('said', look)
          done()
        }
        child.on('said', look)
        look()
      }),
    async stop() {
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const silence: Sound = { rate: 8000, samples: new Float64Array() }

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
