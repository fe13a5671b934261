import type { CallCredentials } from '#contract/wire.ts'
import './bare-call.ts'
import { createCallClient, deviceMedia, type CallClient } from '../../../renderer/calls/client.ts'

/** What the test does with a page: it hands in credentials and looks at what the client says. */
declare global {
  interface Window {
    credentialsFor(): Promise<CallCredentials>
    client: CallClient
    states: string[]
    log: string[]
    /** Frequency of what is heard, in Hz. */
    pitch(): Promise<number>
    /** ms from the answer to the first sound of the other; 0 before it was heard. */
    voiceAfter: number
    /** Counters of the newest connection, as the browser has them; null before one is there. */
    figures(): Promise<Figures | null>
  }
}

export interface Figures {
  /** Monotonic ms. */
  readonly at: number
  readonly frames: number
  readonly width: number
  readonly height: number
  /** Bytes that came, and of the picture alone. */
  readonly bytes: number
  readonly pictureBytes: number
  readonly samples: number
  readonly concealed: number
  /** Candidate type and way of this end: `relay/tls`. */
  readonly route: string
  readonly roundTripMs: number
  /** Ways through a relay that the other end has named in its latest description. */
  readonly theirRelays: number
}

// The browser's own counters are read here beside the client's, so that the client is not its own judge.
const connections: RTCPeerConnection[] = []
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    connections.push(this)
  }
}

const role = new URLSearchParams(location.search).get('role') === 'kiosk' ? 'kiosk' : 'parent'
const picture = new URLSearchParams(location.search).get('picture') !== 'no'
const relayOnly = new URLSearchParams(location.search).get('relay') === 'only'
window.states = []
window.log = []
const say = (text: string): void => void window.log.push(`${Math.round(performance.now())} ${text}`)

const client = createCallClient({
  credentials: () => window.credentialsFor(),
  role,
  media: deviceMedia(),
  relayOnly,
  onLog: (what, facts) => say(`${what} ${JSON.stringify(facts ?? {})}`),
})
window.client = client
client.line.watch(() => say(`line ${client.line.now()}`))

const video = document.createElement('video')
video.autoplay = true
video.playsInline = true
video.muted = true
document.body.append(video)

client.current.watch(() => {
  const call = client.current.now()
  if (!call) return
  window.states = []
  call.show(video)
  const note = (): void => {
    const state = call.state.now()
    const shown = state.at === 'talking' || state.at === 'recovering' ? `:${state.shown}` : ''
    window.states.push(state.at === 'over' ? `over:${state.reason}:${state.by}` : `${state.at}${shown}`)
    say(`state ${JSON.stringify(state)}`)
  }
  note()
  call.state.watch(note)
  call.own.watch(() => say(`own ${JSON.stringify({ ...call.own.now(), stream: null })}`))
  call.theirDevices.watch(() => say(`their devices ${JSON.stringify(call.theirDevices.now())}`))
  call.theirPicture.watch(() => say(`theirs ${call.theirPicture.now()}`))
  window.voiceAfter = 0
  let answeredAt = 0
  call.state.watch(() => {
    if (call.state.now().at === 'answered') answeredAt = performance.now()
  })
  const unwatch = call.remote.watch(() => {
    const stream = call.remote.now()
    if (!stream) return
    unwatch()
    void firstSound(stream).then((at) => (window.voiceAfter = Math.max(1, at - answeredAt)))
  })
  if (call.direction === 'in' && role === 'parent') call.answer({ picture })
})

/** Silence of a line is none; a tone is far louder. */
const LOUD = 0.01

/** When something is heard first, by the browser's own samples. */
async function firstSound(stream: MediaStream): Promise<number> {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 256
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return new Promise((done) => {
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      if (!samples.some((one) => Math.abs(one) > LOUD)) return
      clearInterval(timer)
      void context.close()
      done(performance.now())
    })
  })
}

window.pitch = async () => {
  const stream = client.current.now()?.remote.now()
  if (!stream) return 0
  const context = new AudioContext()
  await context.resume()
  const analyser = context.createAnalyser()
  analyser.fftSize = 16_384
  context.createMediaStreamSource(stream).connect(analyser)
  await new Promise((resolve) => setTimeout(resolve, 700))
  const bins = new Float32Array(analyser.frequencyBinCount)
  analyser.getFloatFrequencyData(bins)
  const loudest = bins.reduce((best, value, at) => (value > (bins[best] ?? -Infinity) ? at : best), 0)
  const hz = (loudest * context.sampleRate) / analyser.fftSize
  await context.close()
  return hz
}

const number = (entry: Record<string, unknown> | undefined, key: string): number => Number(entry?.[key] ?? 0)

window.figures = async () => {
  const connection = connections.at(-1)
  if (!connection) return null
  const stats = new Map<string, Record<string, unknown>>()
  const report = await connection.getStats()
  report.forEach((entry: Record<string, unknown>) => stats.set(String(entry['id']), entry))
  const all = [...stats.values()]
  const incoming = (kind: string) => all.find((one) => one['type'] === 'inbound-rtp' && one['kind'] === kind)
  const [sound, seen] = [incoming('audio'), incoming('video')]
  const transport = all.find((one) => one['type'] === 'transport')
  const pair = stats.get(String(transport?.['selectedCandidatePairId']))
  const local = stats.get(String(pair?.['localCandidateId']))
  return {
    at: performance.now(),
    frames: number(seen, 'framesDecoded'),
    width: number(seen, 'frameWidth'),
    height: number(seen, 'frameHeight'),
    bytes: number(sound, 'bytesReceived') + number(seen, 'bytesReceived'),
    pictureBytes: number(seen, 'bytesReceived'),
    samples: number(sound, 'totalSamplesReceived'),
    concealed: number(sound, 'concealedSamples'),
    route: `${String(local?.['candidateType'])}/${String(local?.['relayProtocol'] ?? local?.['protocol'])}`,
    roundTripMs: number(pair, 'currentRoundTripTime') * 1000,
    theirRelays: connection.remoteDescription?.sdp.match(/^a=candidate:.* typ relay/gm)?.length ?? 0,
  }
}
