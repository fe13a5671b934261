import type { RTCSession } from 'jssip/lib/RTCSession'
import { isOpen, meaningOf, nextCallState, type CallEvent, type CallState } from './call-rules.ts'
import type { EndedBy, OverReason } from './call-rules.ts'
import { listenToSession, type FinalWord } from './session-events.ts'
import type { Line } from './line.ts'
import type { CallMedia } from './media.ts'
import { NOTE_TYPE, type Note } from './notes.ts'
import { createHolder, type Watched } from './observable.ts'
import { createOwnSide, type OwnMedia } from './own-media.ts'
import { CUT_MS, figuresOf, noSums, type QualityFigures } from './quality-rules.ts'
import { recoveryStep } from './recovery-rules.ts'
import { hasPicture } from './sdp.ts'
import { soften, type SoftSession } from './soft-session.ts'
import { readSample, routeOf } from './stats.ts'
import { createMediaWatch, type MediaWatch } from './watch.ts'

/** For the log (C12): who, how long, how it ended, how good it was; never what was said. Lengths in ms. */
export interface CallSummary {
  /** SIP Call-ID; empty when no call was ever sent. */
  readonly callId: string
  readonly direction: 'out' | 'in'
  readonly kind: 'web' | 'phone'
  /** SIP user, or number. */
  readonly peer: string
  readonly ringingMs: number
  readonly lengthMs: number
  /** From the tap to the first remote frame, or null. */
  readonly firstFrameMs: number | null
  readonly reason: OverReason
  readonly by: EndedBy
  readonly quality: QualityFigures
  /** `relay/tls`, `host/udp`: how media travelled. */
  readonly route: string | null
  readonly restarts: number
}

/** One call, from the tap to its summary. */
export interface Call {
  readonly direction: 'out' | 'in'
  readonly kind: 'web' | 'phone'
  readonly peer: string
  /** For heartbeats; empty until the call is sent. */
  callId(): string
  readonly state: Watched<CallState>
  readonly own: Watched<OwnMedia>
  /** What the other end says of its own picture. */
  readonly theirPicture: Watched<'on' | 'resting' | 'off'>
  /** Sound and picture of the other end; null until it is there. */
  readonly remote: Watched<MediaStream | null>
  /** Picks up an incoming call. Must follow a tap. */
  answer(want: { readonly picture: boolean }): void
  /** Declines, cancels or ends, whatever is right now. */
  hangUp(): void
  setMuted(muted: boolean): void
  /** Turns the own camera on or off. */
  setSeen(seen: boolean): void
  /** Whether this end wants to see the other: voice only saves data. */
  setWantsPicture(wanted: boolean): void
  /** Shows the other in an element and watches its frames; undoes it when the answer is called. */
  show(video: HTMLVideoElement): () => void
  /** Keys of a telephone, one after the other. */
  sendKeys(keys: string): void
  /** Null until the call is over. */
  readonly summary: Watched<CallSummary | null>
}

export interface CallOptions {
  readonly line: Line
  readonly role: 'kiosk' | 'parent'
  readonly media: CallMedia
  readonly now: () => number
  readonly direction: 'out' | 'in'
  readonly peer: string
  readonly picture: boolean
  /** Only for tests: media through the relay. */
  readonly relayOnly: boolean
  readonly onLog: (what: string, facts?: Readonly<Record<string, string | number>>) => void
  /** An incoming call. */
  readonly incoming?: { readonly session: RTCSession; readonly callId: string; readonly offer: string }
}

const LINE_MS = 8000
const TICK_MS = 500
/** A hang-up while the link is dead is told to the proxy when it is back, if that is soon. */
const LATE_BYE_MS = 30_000

export function createCall(options: CallOptions): Call {
  const { line, role, media, now, direction, peer, onLog } = options
  const kind = isPhone(peer, options.incoming?.offer) ? 'phone' : 'web'
  const state = createHolder<CallState>({ at: 'idle' })
  const remote = createHolder<MediaStream | null>(null)
  const theirPicture = createHolder<'on' | 'resting' | 'off'>('on')
  const startedAt = now()
  let callId = options.incoming?.callId ?? ''
  let session: RTCSession | null = null
  let soft: SoftSession | null = null
  let connection: RTCPeerConnection | null = null
  let watch: MediaWatch | null = null
  let answeredAt: number | null = null
  let pendingSince: number | null = null
  let triedAt: number | null = null
  let asked = false
  let wantsPicture = true
  let restarts = 0
  let route: string | null = null
  let ticker: ReturnType<typeof setInterval> | undefined
  const summary = createHolder<CallSummary | null>(null)

  const go = (event: CallEvent): void => state.set(nextCallState(state.now(), event))
  const tell = (note: Note): void => soft?.tell(NOTE_TYPE, JSON.stringify(note))
  const own = createOwnSide(media, kind === 'web' && options.picture, () => tell({ picture: own.picture() }))

  const over = (reason: OverReason, by: EndedBy): void => {
    if (state.now().at === 'over') return
    const end = now()
    const lengthMs = answeredAt === null ? 0 : Math.round(end - answeredAt)
    clearInterval(ticker)
    own.close()
    const firstFrameAt = watch?.firstFrameAt() ?? null
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
      quality: figuresOf(watch?.sums(end) ?? noSums),
      route,
      restarts,
    })
    go({ is: 'end', reason, by, lengthMs })
  }

  const answered = (): void => {
    if (answeredAt !== null) return
    answeredAt = now()
    watch = createMediaWatch(answeredAt)
    go({ is: 'answered' })
    ticker = setInterval(() => void tick(), TICK_MS)
    own.shape()
  }
  /** Once the dialog stands, each end says how it is about pictures. */
  const introduce = (): void => {
    own.shape()
    if (kind === 'web') tell({ picture: own.picture(), wantsPicture })
  }

  let sampling = false
  async function tick(): Promise<void> {
    if (!watch || !connection || sampling || state.now().at === 'over') return
    sampling = true
    try {
      const report = await connection.getStats()
      if (state.now().at === 'over') return
      route = routeOf(report) ?? route
      const interval = watch.take(readSample(report, now()))
      if (interval) own.learn(interval)
    } catch {
      // A connection that is being closed has no figures.
    } finally {
      sampling = false
    }
    draw(watch)
    recover(watch)
  }

  const draw = (seen: MediaWatch): void => {
    const age = now() - seen.mediaAt()
    if (seen.hasMedia() && age < CUT_MS) {
      const picture = seen.picture(now())
      if (picture === undefined && kind === 'web') return
      go({ is: 'media', shown: picture ? 'video' : 'voice', quality: seen.grade() })
    } else if (seen.hasMedia()) go({ is: 'silence', since: now() - age })
  }

  const recover = (seen: MediaWatch): void => {
    const step = recoveryStep({
      role,
      now: now(),
      mediaAt: seen.mediaAt(),
      heardAt: line.heardAt(),
      connected: line.isConnected(),
      registered: line.isRegistered(),
      probing: line.isProbing(),
      canOffer: session?.isReadyToReOffer() ?? false,
      pendingSince,
      triedAt,
      asked,
    })
    if (step === 'give-up') {
      soft?.end({ cause: 'RTP Timeout' })
      over('link-lost', 'link')
    } else if (step === 'probe') line.probe()
    else if (step === 'ask') {
      triedAt = now()
      tell({ restart: true })
    } else if (step === 'restart') restart()
  }

  const restart = (): void => {
    triedAt = now()
    // The relay's credentials may have ended since the call began.
    connection?.setConfiguration(configuration())
    const began = soft?.restart((worked) => {
      pendingSince = null
      onLog('restart', { worked: String(worked) })
      if (worked) introduce()
    })
    if (!began) return
    asked = false
    restarts += 1
    pendingSince = triedAt
  }

  const configuration = (): RTCConfiguration => ({
    iceServers: line.iceServers(),
    iceTransportPolicy: options.relayOnly ? 'relay' : 'all',
    // A telephone's answer knows no bundle.
    bundlePolicy: kind === 'phone' ? 'balanced' : 'max-bundle',
    // Chromium before 72 asks for it.
    ...({ sdpSemantics: 'unified-plan' } as object),
  })

  const listen = (made: RTCSession): void => {
    session = made
    soft = soften(made, (cause) => {
      pendingSince = null
      onLog('kept', { cause })
    })
    listenToSession(made, {
      kind,
      direction,
      onHeard: () => go({ is: 'heard' }),
      onAnswered: answered,
      onConfirmed: introduce,
      onConnection(opened) {
        connection = opened
        own.attach(opened)
      },
      onRemote: (stream) => remote.set(stream),
      onNote(note) {
        if (note.restart) asked = true
        if (note.picture) {
          theirPicture.set(note.picture)
          if (note.picture !== 'on') watch?.rest(now())
        }
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
    theirPicture,
    remote,
    answer(want) {
      if (state.now().at !== 'ringing' || direction !== 'in' || !session) return
      wantsPicture = want.picture
      if (!want.picture) void own.setSeen(false)
      void pickUp(session)
    },
    hangUp,
    setMuted: (muted) => own.setMuted(muted),
    setSeen: (seen) => void own.setSeen(seen),
    setWantsPicture(wanted) {
      wantsPicture = wanted
      tell({ wantsPicture: wanted })
    },
    show: (video) => showRemote(video, remote, (at) => watch?.frame(at), now),
    sendKeys(keys) {
      if (kind === 'phone' && /^[0-9*#]{1,20}$/.test(keys) && session?.isEstablished()) session.sendDTMF(keys)
    },
    summary,
  }
}

const isPhone = (peer: string, offer: string | undefined): boolean =>
  offer === undefined ? peer.startsWith('+') : !hasPicture(offer)

/** Puts the remote stream into an element, and tells of its frames where the browser does (others are counted in the samples). */
function showRemote(
  video: HTMLVideoElement,
  remote: Watched<MediaStream | null>,
  onFrame: (at: number) => void,
  now: () => number,
): () => void {
  let request = 0
  const put = (): void => {
    if (video.srcObject === remote.now()) return
    video.srcObject = remote.now()
    // Without a tap before it the browser may refuse; the screen has its button.
    void video.play().catch(() => undefined)
  }
  const next = (): void => {
    if ('requestVideoFrameCallback' in video)
      request = video.requestVideoFrameCallback(() => {
        onFrame(now())
        next()
      })
  }
  put()
  next()
  const unwatch = remote.watch(put)
  return () => {
    unwatch()
    if ('cancelVideoFrameCallback' in video) video.cancelVideoFrameCallback(request)
    video.srcObject = null
  }
}
