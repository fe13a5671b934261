import type { RTCSession } from 'jssip/lib/RTCSession'
import type { CallEvent } from './call-rules.ts'
import type { CallOptions } from './call-types.ts'
import type { Note } from './notes.ts'
import { CUT_MS, figuresOf, noSums, type Interval, type QualityFigures } from './quality-rules.ts'
import { recoveryStep } from './recovery-rules.ts'
import type { SoftSession } from './soft-session.ts'
import { readSample, routeOf } from './stats.ts'
import { createMediaWatch, type MediaWatch } from './watch.ts'

const TICK_MS = 500

/** What a call is made of as it stands. */
export interface Standing {
  readonly session: RTCSession | null
  readonly soft: SoftSession | null
  readonly connection: RTCPeerConnection | null
}

export interface MendingParts extends Pick<CallOptions, 'line' | 'role' | 'now' | 'onLog'> {
  readonly kind: 'web' | 'phone'
  readonly standing: () => Standing
  readonly isOver: () => boolean
  readonly configuration: () => RTCConfiguration
  readonly go: (event: CallEvent) => void
  readonly tell: (note: Note) => void
  readonly onInterval: (interval: Interval) => void
  /** Each end says again how it is about pictures. */
  readonly onRestarted: () => void
  /** Nothing has come for so long that nothing will. */
  readonly onGivenUp: () => void
}

/** Watches the media of a call that was answered, says how it is, and brings it back when it breaks. */
export interface Mending {
  begin(): void
  /** A frame was shown; the other end stopped its picture on purpose. */
  frame(at: number): void
  rest(): void
  /** The other end asks for a restart: only the kiosk offers one. */
  ask(): void
  /** An offer that failed without ending the call. */
  settle(): void
  stop(): void
  figures(): {
    readonly firstFrameAt: number | null
    readonly quality: QualityFigures
    readonly route: string | null
    readonly restarts: number
  }
}

export function createMending(parts: MendingParts): Mending {
  const { line, role, now, onLog, kind, standing, isOver, configuration, go, tell } = parts
  let watch: MediaWatch | null = null
  let ticker: ReturnType<typeof setInterval> | undefined
  let sampling = false
  let pendingSince: number | null = null
  let triedAt: number | null = null
  let asked = false
  let restarts = 0
  let route: string | null = null

  async function tick(): Promise<void> {
    const { connection } = standing()
    if (!watch || !connection || sampling || isOver()) return
    sampling = true
    try {
      const report = await connection.getStats()
      if (isOver()) return
      route = routeOf(report) ?? route
      const interval = watch.take(readSample(report, now()))
      if (interval) parts.onInterval(interval)
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
      canOffer: standing().session?.isReadyToReOffer() ?? false,
      pendingSince,
      triedAt,
      asked,
    })
    if (step === 'give-up') parts.onGivenUp()
    else if (step === 'probe') line.probe()
    else if (step === 'ask') {
      triedAt = now()
      tell({ restart: true })
    } else if (step === 'restart') restart()
  }

  const restart = (): void => {
    const { connection, soft } = standing()
    triedAt = now()
    // The relay's credentials may have ended since the call began.
    connection?.setConfiguration(configuration())
    const began = soft?.restart((worked) => {
      pendingSince = null
      onLog('restart', { worked: String(worked) })
      if (worked) parts.onRestarted()
    })
    if (!began) return
    asked = false
    restarts += 1
    pendingSince = triedAt
  }

  return {
    begin() {
      watch = createMediaWatch(now())
      ticker = setInterval(() => void tick(), TICK_MS)
    },
    frame: (at) => watch?.frame(at),
    rest: () => watch?.rest(now()),
    ask: () => void (asked = true),
    settle: () => void (pendingSince = null),
    stop: () => clearInterval(ticker),
    figures: () => ({
      firstFrameAt: watch?.firstFrameAt() ?? null,
      quality: figuresOf(watch?.sums(now()) ?? noSums),
      route,
      restarts,
    }),
  }
}
