import type { RTCSession } from 'jssip/lib/RTCSession'
import { isOpen, meaningOf, nextCallState, type CallEvent, type CallState } from './call-rules.ts'
import type { EndedBy, OverReason } from './call-rules.ts'
import { listenToSession, type FinalWord } from './session-events.ts'
import type { Call, CallOptions, CallSummary, TheirDevices } from './call-types.ts'
import type { DeviceChange } from './live-device.ts'
import { createMending } from './mending.ts'
import { NOTE_TYPE, type Note } from './notes.ts'
import { createHolder } from './observable.ts'
import { createOwnSide } from './own-media.ts'
import { pressKeys } from './phone-keys.ts'
import { hasPicture } from './sdp.ts'
import { showRemote } from './show-remote.ts'
import { soften, type SoftSession } from './soft-session.ts'

const LINE_MS = 8000
/** A hang-up while the link is dead is told to the proxy when it is back, if that is soon. */
const LATE_BYE_MS = 30_000

export function createCall(options: CallOptions): Call {
  const { line, role, media, now, direction, peer, onLog } = options
  const kind = isPhone(peer, options.incoming?.offer) ? 'phone' : 'web'
  const state = createHolder<CallState>({ at: 'idle' })
  const remote = createHolder<MediaStream | null>(null)
  const theirPicture = createHolder<'on' | 'resting' | 'off'>('on')
  const theirDevices = createHolder<TheirDevices>({ camera: 'here', microphone: 'here' })
  const startedAt = now()
  let callId = options.incoming?.callId ?? ''
  let session: RTCSession | null = null
  let soft: SoftSession | null = null
  let connection: RTCPeerConnection | null = null
  let answeredAt: number | null = null
  let wantsPicture = true
  const summary = createHolder<CallSummary | null>(null)

  const go = (event: CallEvent): void => state.set(nextCallState(state.now(), event))
  const tell = (note: Note): void => soft?.tell(NOTE_TYPE, JSON.stringify(note))
  const device = createHolder<DeviceChange | null>(null)
  const own = createOwnSide({
    media,
    wantsSeen: kind === 'web' && options.picture,
    onNote: () => (kind === 'web' && isOpen(state.now()) ? tell(own.note()) : undefined),
    onDevice(change) {
      device.set(change)
      onLog('device', { ...change })
    },
  })

  const over = (reason: OverReason, by: EndedBy): void => {
    if (state.now().at === 'over') return
    const end = now()
    const lengthMs = answeredAt === null ? 0 : Math.round(end - answeredAt)
    mending.stop()
    own.close()
    const { firstFrameAt, ...figures } = mending.figures()
    summary.set({
      callId,
      direction,
      kind,
      peer,
      ringingMs: Math.round((answeredAt ?? end) - startedAt),
      lengthMs,
      firstFrameMs: firstFrameAt === null ? null : Math.round(firstFrameAt - startedAt),
      reason,
      by,
      ...figures,
    })
    go({ is: 'end', reason, by, lengthMs })
  }

  const answered = (): void => {
    if (answeredAt !== null) return
    answeredAt = now()
    go({ is: 'answered' })
    mending.begin()
    own.shape()
  }
  /** Once the dialog stands, each end says how it is about pictures. */
  const introduce = (): void => {
    own.shape()
    if (kind === 'web') tell({ ...own.note(), wantsPicture })
  }

  const configuration = (): RTCConfiguration => ({
    iceServers: line.iceServers(),
    iceTransportPolicy: options.relayOnly ? 'relay' : 'all',
    // A telephone's answer knows no bundle.
    bundlePolicy: kind === 'phone' ? 'balanced' : 'max-bundle',
    // Chromium before 72 asks for it.
    ...({ sdpSemantics: 'unified-plan' } as object),
  })

  const mending = createMending({
    line,
    role,
    now,
    onLog,
    kind,
    standing: () => ({ session, soft, connection }),
    isOver: () => state.now().at === 'over',
    configuration,
    go,
    tell,
    onInterval: (interval) => own.learn(interval),
    onRestarted: introduce,
    onGivenUp() {
      soft?.end({ cause: 'RTP Timeout' })
      over('link-lost', 'link')
    },
  })

  const listen = (made: RTCSession): void => {
    session = made
    soft = soften(made, (cause) => {
      mending.settle()
      onLog('kept', { cause })
    })
    listenToSession(made, {
      kind,
      direction,
      ownStream: () => own.state.now().stream,
      onHeard: () => go({ is: 'heard' }),
      onAnswered: answered,
      onConfirmed: introduce,
      onConnection(opened) {
        connection = opened
        own.attach(opened)
      },
      onRemote: (stream) => remote.set(stream),
      onNote(note) {
        if (note.restart) mending.ask()
        if (note.picture) {
          theirPicture.set(note.picture)
          if (note.picture !== 'on') mending.rest()
        }
        const { camera, microphone } = { ...theirDevices.now(), ...note }
        if (camera !== theirDevices.now().camera || microphone !== theirDevices.now().microphone)
          theirDevices.set({ camera, microphone })
        if (note.wantsPicture !== undefined) own.theyWant(note.wantsPicture)
      },
      onEnd(word: FinalWord) {
        const { reason, by } = meaningOf({ ...word, wasOpen: isOpen(state.now()) })
        over(reason, by)
      },
    })
  }

  async function dial(): Promise<void> {
    go({ is: 'prepare' })
    const [opened, ready] = await Promise.all([own.open(), line.wait('registered', LINE_MS)])
    if (state.now().at === 'over') return
    if (!opened.ok) return over(opened.error, 'us')
    const dialled = ready ? line.dial(peer, opened.value, configuration()) : null
    if (!dialled) return over('no-line', 'link')
    callId = dialled.callId
    go({ is: 'ring', side: 'out' })
    listen(dialled.session)
  }

  async function pickUp(incoming: RTCSession): Promise<void> {
    answered()
    const opened = await own.open()
    if (state.now().at === 'over') return
    if (!opened.ok) {
      soft?.end({ status_code: 480 })
      return over(opened.error, 'us')
    }
    incoming.answer({ mediaStream: opened.value, pcConfig: configuration() })
  }

  if (options.incoming) {
    go({ is: 'ring', side: 'in' })
    listen(options.incoming.session)
  } else void dial()

  const hangUp = (): void => {
    const wasOpen = isOpen(state.now())
    const isRinging = state.now().at === 'ringing' && direction === 'in'
    const ending = soft
    over(isRinging ? 'declined' : wasOpen ? 'hung-up' : 'cancelled', 'us')
    if (!ending) return
    if (isRinging) ending.end({ status_code: 603 })
    else if (line.isConnected()) ending.end()
    else void line.wait('registered', LATE_BYE_MS).then(() => ending.end())
  }

  return {
    direction,
    kind,
    peer,
    callId: () => callId,
    state,
    own: own.state,
    device,
    theirPicture,
    theirDevices,
    remote,
    answer(want) {
      if (state.now().at !== 'ringing' || direction !== 'in' || !session) return
      wantsPicture = want.picture
      if (!want.picture) void own.setSeen(false)
      void pickUp(session)
    },
    hangUp,
    setMuted: (muted) => own.setMuted(muted),
    retryMicrophone: () => own.retryMicrophone(),
    setSeen: (seen) => void own.setSeen(seen),
    setWantsPicture(wanted) {
      wantsPicture = wanted
      tell({ wantsPicture: wanted })
    },
    show: (video) => showRemote(video, remote, (at) => mending.frame(at), now),
    sendKeys(keys) {
      if (kind === 'phone' && session) pressKeys(session, keys)
    },
    summary,
  }
}

const isPhone = (peer: string, offer: string | undefined): boolean =>
  offer === undefined ? peer.startsWith('+') : !hasPicture(offer)
