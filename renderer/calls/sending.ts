import { rungs, SOUND_BITRATE, VOICE, type Rung } from './picture-rules.ts'

/** Chromium knows these two; the types of the DOM know only one of them. */
interface Encoding extends RTCRtpEncodingParameters {
  networkPriority?: RTCPriorityType
}

/** Sends this track in the place of its kind; nothing while there is no such place yet. */
export function carryTrack(connection: RTCPeerConnection, track: MediaStreamTrack): void {
  const place = connection.getTransceivers().find(({ receiver }) => receiver.track.kind === track.kind)
  if (!place || place.sender.track === track) return
  // Refused only while the connection is being closed.
  void place.sender.replaceTrack(track).catch(() => undefined)
}

/** Shapes what goes out: the picture of a rung, or none. Sound always has its own bits and goes before the picture. */
export async function shapeSending(
  connection: RTCPeerConnection,
  rung: Rung,
  allowed: boolean,
): Promise<void> {
  for (const sender of connection.getSenders()) {
    if (!sender.track) continue
    const picture: Partial<Encoding> = allowed && rung !== VOICE ? pictureShape(rung) : { active: false }
    const shape = sender.track.kind === 'audio' ? soundShape : picture
    await setShape(sender, shape)
  }
}

const soundShape: Partial<Encoding> = { maxBitrate: SOUND_BITRATE, priority: 'high', networkPriority: 'high' }

function pictureShape(rung: Exclude<Rung, 3>): Partial<Encoding> {
  const { scale, framesPerSecond, bitrate } = rungs[rung]
  return {
    active: true,
    scaleResolutionDownBy: scale,
    maxFramerate: framesPerSecond,
    maxBitrate: bitrate,
    priority: 'low',
    networkPriority: 'low',
  }
}

async function setShape(sender: RTCRtpSender, shape: Partial<Encoding>): Promise<void> {
  const parameters = sender.getParameters()
  // Before the first negotiation, and in old Firefox, there is no encoding to shape.
  if (!parameters.encodings || parameters.encodings.length === 0) return
  for (const encoding of parameters.encodings) Object.assign(encoding, shape)
  try {
    await sender.setParameters(parameters)
  } catch {
    // Another negotiation came between reading and writing, or a browser without a parameter: the next interval tries again.
  }
}
