import type { Sample } from './quality-rules.ts'

interface Entry {
  readonly id: string
  readonly type: string
  readonly kind?: string
  readonly [key: string]: unknown
}

const figure = (entry: Entry | undefined, key: string): number | null => {
  const value = entry?.[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Reads the counters of a connection. `at` is monotonic ms. What a browser does not count is 0 or null. */
export function readSample(report: { forEach(visit: (entry: unknown) => void): void }, at: number): Sample {
  const entries = new Map<string, Entry>()
  report.forEach((entry) => entries.set((entry as Entry).id, entry as Entry))
  const all = [...entries.values()]
  const incoming = (kind: string): readonly Entry[] =>
    all.filter((entry) => entry.type === 'inbound-rtp' && entry.kind === kind)
  const outgoing = all.filter((entry) => entry.type === 'outbound-rtp')
  const sum = (list: readonly Entry[], key: string): number =>
    list.reduce((total, entry) => total + (figure(entry, key) ?? 0), 0)
  const sound = incoming('audio')
  const picture = incoming('video')
  const pair = pairInUse(all, entries)
  const theirs = all.find((entry) => entry.type === 'remote-inbound-rtp' && entry.kind === 'audio')
  const trip = figure(pair, 'currentRoundTripTime') ?? figure(theirs, 'roundTripTime')
  return {
    at,
    bytes: sum(sound, 'bytesReceived') + sum(picture, 'bytesReceived'),
    bytesSent: sum(outgoing, 'bytesSent') + sum(outgoing, 'headerBytesSent'),
    audioReceived: sum(sound, 'packetsReceived'),
    audioLost: sum(sound, 'packetsLost'),
    samples: sum(sound, 'totalSamplesReceived'),
    // Silence that is made up because nothing was said is not a fault.
    concealed: Math.max(0, sum(sound, 'concealedSamples') - sum(sound, 'silentConcealedSamples')),
    framesDecoded: sum(picture, 'framesDecoded'),
    videoReceived: sum(picture, 'packetsReceived'),
    videoLost: sum(picture, 'packetsLost'),
    roundTripMs: trip === null ? null : trip * 1000,
    remoteLoss: figure(theirs, 'fractionLost'),
    outgoing: figure(pair, 'availableOutgoingBitrate'),
  }
}

function pairInUse(all: readonly Entry[], entries: ReadonlyMap<string, Entry>): Entry | undefined {
  for (const { type, ['selectedCandidatePairId']: id } of all)
    if (type === 'transport' && typeof id === 'string') return entries.get(id)
  // Safari and old Chromium mark the pair itself.
  return all.find((entry) => entry.type === 'candidate-pair' && entry['nominated'] === true)
}

/** How the media travel, for the log: `relay/tls`, `host/udp`. Addresses are never read. */
export function routeOf(report: { forEach(visit: (entry: unknown) => void): void }): string | null {
  const entries = new Map<string, Entry>()
  report.forEach((entry) => entries.set((entry as Entry).id, entry as Entry))
  const pair = pairInUse([...entries.values()], entries)
  const local = entries.get(String(pair?.['localCandidateId']))
  if (!local) return null
  return `${String(local['candidateType'])}/${String(local['relayProtocol'] ?? local['protocol'])}`
}
