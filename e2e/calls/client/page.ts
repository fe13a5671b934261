import type { CallCredentials } from '#contract/wire.ts'
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
  if (call.direction === 'in' && role === 'parent') call.answer({ picture })
})

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
