/** What a call costs without a house around it: two connections of the browser alone, signalled by the test. */
declare global {
  interface Window {
    /** Hands a message to the other page; given by the bench. */
    toOther(text: string): Promise<void>
    bareHear(text: string): Promise<void>
    /** Calls the other page; ms from here to the first frame of the other. */
    bareCall(): Promise<number>
    bareEnd(): void
  }
}

export type Message = { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit }

let connection: RTCPeerConnection | null = null
let own: MediaStream | null = null

const tell = (message: Message): void => void window.toOther(JSON.stringify(message))

async function openConnection(): Promise<RTCPeerConnection> {
  const { iceServers } = await window.credentialsFor()
  const made = new RTCPeerConnection({
    iceServers: iceServers.map((one) => ({ ...one, urls: [...one.urls] })),
    bundlePolicy: 'max-bundle',
  })
  connection = made
  made.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) tell({ candidate: candidate.toJSON() })
  })
  own = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: 640, height: 360, frameRate: 15 },
  })
  for (const track of own.getTracks()) made.addTrack(track, own)
  return made
}

const early: RTCIceCandidateInit[] = []

window.bareHear = async (text) => {
  const message = JSON.parse(text) as Message
  if ('candidate' in message) {
    if (connection?.remoteDescription) await connection.addIceCandidate(message.candidate)
    else early.push(message.candidate)
    return
  }
  const made = connection ?? (await openConnection())
  await made.setRemoteDescription(message.description)
  for (const candidate of early.splice(0)) await made.addIceCandidate(candidate)
  if (message.description.type !== 'offer') return
  await made.setLocalDescription()
  if (made.localDescription) tell({ description: made.localDescription })
}

window.bareCall = async () => {
  const began = performance.now()
  const made = await openConnection()
  const seen = new Promise<number>((done) => {
    made.addEventListener('track', ({ streams: [stream], track }) => {
      if (track.kind !== 'video' || !stream) return
      const video = document.createElement('video')
      video.muted = true
      video.srcObject = stream
      document.body.append(video)
      video.requestVideoFrameCallback(() => {
        done(performance.now() - began)
        video.remove()
      })
      void video.play()
    })
  })
  await made.setLocalDescription()
  if (made.localDescription) tell({ description: made.localDescription })
  return seen
}

window.bareEnd = () => {
  connection?.close()
  connection = null
  for (const track of own?.getTracks() ?? []) track.stop()
}
