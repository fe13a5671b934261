import type { RTCSession } from 'jssip/lib/RTCSession'
import type { Ending } from './call-rules.ts'
import { watchGathering } from './gathering.ts'
import { readNote, type Note } from './notes.ts'
import { preferCodec } from './sdp.ts'

interface EndFacts {
  readonly originator: unknown
  readonly message: unknown
  readonly cause: string
}
export type FinalWord = Omit<Ending, 'wasOpen'>

export interface SessionListener {
  readonly kind: 'web' | 'phone'
  readonly direction: 'out' | 'in'
  /** What this end gives, once it was opened. */
  ownStream(): MediaStream | null
  onHeard(): void
  onAnswered(): void
  onConfirmed(): void
  onConnection(connection: RTCPeerConnection): void
  onRemote(stream: MediaStream): void
  onNote(note: Note): void
  onEnd(word: FinalWord): void
}

/** Translates JsSIP's events into ours. */
export function listenToSession(session: RTCSession, listener: SessionListener): void {
  const attach = (connection: RTCPeerConnection): void => {
    let remote: MediaStream | undefined
    connection.addEventListener('track', ({ track, streams: [stream] }) => {
      // The place of a camera that is not there yet may come without a stream: its picture belongs to the voice.
      if (!stream) return remote?.addTrack(track)
      remote = stream
      listener.onRemote(stream)
    })
    if (listener.kind === 'web') keepPlaceForPicture(connection, listener)
    listener.onConnection(connection)
  }
  if (session.connection) attach(session.connection)
  else session.on('peerconnection', ({ peerconnection }) => attach(peerconnection))

  const gathering = watchGathering(() => hasRelay(session.connection))
  session.on('icecandidate', ({ candidate, ready }) => gathering.found(candidate, ready))
  session.on('sdp', (event) => {
    if ((event.originator as string) === 'local' && event.type === 'offer')
      event.sdp = preferCodec(event.sdp, 'H264')
  })
  session.on('progress', ({ originator }: { originator: unknown }) => {
    if (originator === 'remote') listener.onHeard()
  })
  session.on('accepted', () => listener.onAnswered())
  session.on('confirmed', () => listener.onConfirmed())
  session.on('newInfo', (event: unknown) => {
    const { originator, info } = event as { originator: string; info: { contentType: string; body: string } }
    const note = originator === 'remote' ? readNote(info.contentType, info.body) : null
    if (note) listener.onNote(note)
  })
  const end = ({ originator, message, cause }: EndFacts): void => {
    gathering.stop()
    const said = message as { status_code?: number; getHeader?(name: string): string | undefined } | null
    listener.onEnd({
      cause,
      originator: originator as FinalWord['originator'],
      status: said?.status_code ?? null,
      reasonHeader: said?.getHeader?.('Reason') ?? null,
    })
  }
  session.on('ended', end)
  session.on('failed', end)
}

const hasRelay = (connection: RTCPeerConnection | undefined): boolean =>
  (connection?.getConfiguration().iceServers ?? []).some(({ urls }) =>
    [urls].flat().some((url) => url.startsWith('turn')),
  )

/**
 * Every call between two screens has a place for a picture in both directions, whether or not there is a camera now: turning one on
 * later then needs no new offer.
 */
function keepPlaceForPicture(
  connection: RTCPeerConnection,
  { direction, ownStream }: Pick<SessionListener, 'direction' | 'ownStream'>,
): void {
  // Of one stream with the voice, so that the other end shows it and keeps lips and words together.
  const streams = (): MediaStream[] => [ownStream()].filter((stream) => stream !== null)
  if (direction === 'out') {
    connection.addTransceiver('audio', { direction: 'sendrecv', streams: streams() })
    connection.addTransceiver('video', { direction: 'sendrecv', streams: streams() })
    return
  }
  connection.addEventListener('signalingstatechange', () => {
    if (connection.signalingState !== 'have-remote-offer') return
    for (const transceiver of connection.getTransceivers())
      if (transceiver.receiver.track.kind === 'video' && transceiver.direction === 'recvonly') {
        transceiver.direction = 'sendrecv'
        // Older phones have no such thing; the other end then puts the picture to the voice by itself.
        if ('setStreams' in transceiver.sender) transceiver.sender.setStreams(...streams())
      }
  })
}
