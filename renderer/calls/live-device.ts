import { err, ok, type Result } from '#core/kernel/result.ts'
import { defaultOf, feel, isDue, lackOf, live, nextDevice, outFromTheStart } from './device-rules.ts'
import type { DeviceEvent, DeviceState, Lack, Pulse, Trouble } from './device-rules.ts'
import { createEar, type Ear } from './ear.ts'
import { countFrames, type FrameCount } from './frame-count.ts'
import { createHolder, type Watched } from './observable.ts'
import { hear, notHeardYet } from './silence-rules.ts'

export type DeviceKind = 'camera' | 'microphone'
/** A camera or a microphone that is not believed to be alive for ever: watched, and opened again when it can be. */
export interface LiveDevice {
  /** What is the matter with it; null while it is well. */
  readonly lack: Watched<Lack | null>
  /** The track that gives something now, or would if it were not turned off; null while it is out. */
  track(): MediaStreamTrack | null
  /** Tries at once: a person wants it. */
  again(): void
  /** Stops watching, and the track. */
  close(): void
}

export interface LiveDeviceParts {
  readonly kind: DeviceKind
  /** What was opened, or why it was not. */
  readonly first: Result<MediaStreamTrack, Trouble>
  /** Opens it once more. */
  readonly open: () => Promise<Result<MediaStreamTrack, Trouble>>
  /** It gives something (again); by another track where it had to be opened again. */
  readonly onTrack?: (track: MediaStreamTrack) => void
  /** It was opened or could not be, fell out for a reason, or came back after so many ms; for the log and for staff. */
  readonly onChange?: (change: DeviceChange) => void
}

export type DeviceChange =
  | { readonly kind: DeviceKind; readonly is: 'out'; readonly lack: Lack }
  | { readonly kind: DeviceKind; readonly is: 'back'; readonly afterMs: number }
  | { readonly kind: DeviceKind; readonly is: 'opened' }

/** ms; half a dozen property reads each time. */
const LOOK_MS = 250

/** What Chromium counts of a track since 2024; silence counts too. */
interface Counted {
  readonly stats?: { readonly totalFrames: number }
}
const statsOf = (track: MediaStreamTrack): number | null => (track as Counted).stats?.totalFrames ?? null

const now = (): number => performance.now()

export function keepDevice({ kind, first, open, onTrack, onChange }: LiveDeviceParts): LiveDevice {
  const lack = createHolder<Lack | null>(first.ok ? null : first.error)
  let state: DeviceState = first.ok ? live : outFromTheStart(first.error, now())
  let track: MediaStreamTrack | null = null
  let pulse: Pulse | null = null
  let ear: Ear | null = null
  let hearing = notHeardYet
  let frames: FrameCount | null = null
  let opening = false
  let closed = false
  /** The system's default when the track was opened. */
  let preferred: string | null = null

  const hold = (next: MediaStreamTrack): void => {
    track = next
    pulse = null
    if (kind === 'microphone') ear = createEar(next)
    else if (statsOf(next) === null) frames = countFrames(next)
    next.addEventListener('ended', onEnded)
    next.addEventListener('mute', onMute)
    next.addEventListener('unmute', onUnmute)
    void system().then((found) => (preferred = found))
  }
  const drop = (): void => {
    track?.removeEventListener('ended', onEnded)
    track?.removeEventListener('mute', onMute)
    track?.removeEventListener('unmute', onUnmute)
    track?.stop()
    track = null
    ear?.stop()
    ear = null
    frames?.stop()
    frames = null
  }
  /** What came of it so far; null where that cannot be told. */
  const countOf = (of: MediaStreamTrack): number | null => statsOf(of) ?? frames?.now() ?? null
  const system = async (): Promise<string | null> => {
    try {
      const list = await navigator.mediaDevices.enumerateDevices()
      return defaultOf(list, kind === 'camera' ? 'videoinput' : 'audioinput')
    } catch {
      return null
    }
  }

  const go = (event: DeviceEvent): void => {
    const before = state
    state = nextDevice(state, event, now())
    if (state === before || closed) return
    const was = lackOf(before)
    const is = lackOf(state)
    if (is === null && was !== null && before.at !== 'live') {
      if (track) onTrack?.(track)
      onChange?.({ kind, is: 'back', afterMs: Math.round(now() - before.since) })
      return lack.set(null)
    }
    if (is !== null && is !== was) onChange?.({ kind, is: 'out', lack: is })
    lack.set(is)
  }
  function onEnded(): void {
    drop()
    go({ is: 'ended' })
    void mend()
  }
  const onMute = (): void => go({ is: 'muted' })
  const onUnmute = (): void => go({ is: 'unmuted' })

  async function mend(): Promise<void> {
    if (opening || closed || !isDue(state, now())) return
    opening = true
    // A device that hangs would be handed out again as it hangs while somebody still holds it.
    drop()
    const opened = await open()
    opening = false
    if (closed) {
      if (opened.ok) opened.value.stop()
      return
    }
    if (!opened.ok) return go({ is: 'failed', lack: opened.error })
    hold(opened.value)
    go({ is: 'opened' })
    if (opened.value.readyState === 'ended') return onEnded()
    if (opened.value.muted) return onMute()
    if (countOf(opened.value) === null) go({ is: 'moves' })
    if (!ear) go({ is: 'sounds' })
  }

  function look(): void {
    if (track) {
      // Not every browser tells by an event; all of them answer when they are asked.
      if (track.readyState === 'ended') return onEnded()
      if (track.muted) onMute()
      else onUnmute()
      const count = countOf(track)
      // A track that a person turned off gives nothing on purpose.
      if (count === null || !track.enabled) pulse = null
      else {
        const felt = feel(pulse ?? { count, movedAt: now(), lookedAt: now() }, count, now())
        pulse = felt.pulse
        if (felt.is) go({ is: felt.is })
      }
      listen(track)
    }
    void mend()
  }
  function listen({ enabled }: MediaStreamTrack): void {
    if (!ear) return
    const lacks = lackOf(state)
    const isOpen = enabled && (lacks === null || lacks === 'silent')
    const heard = hear(hearing, isOpen ? ear.listen() : null, ear.windowMs, now())
    hearing = heard.hearing
    if (heard.is) go({ is: heard.is })
  }
  const stirred = (): void => {
    go({ is: 'stirred' })
    void mend()
    void followSystem()
  }
  /** A headset that was plugged in is what the child speaks into now. */
  const followSystem = async (): Promise<void> => {
    const found = await system()
    if (closed || opening || state.at !== 'live' || !track) return
    if (track.getSettings().deviceId !== 'default' || found === null || found === preferred) return
    opening = true
    const opened = await open()
    opening = false
    if (!opened.ok) return
    if (closed || state.at !== 'live') return opened.value.stop()
    drop()
    hold(opened.value)
    onTrack?.(opened.value)
  }
  const onShown = (): void => {
    if (document.visibilityState === 'visible') stirred()
  }
  const again = (): void => {
    go({ is: 'again' })
    void mend()
  }

  if (first.ok) {
    hold(first.value)
    onChange?.({ kind, is: 'opened' })
    if (first.value.readyState === 'ended') onEnded()
    else if (first.value.muted) onMute()
  } else onChange?.({ kind, is: 'out', lack: first.error })
  const timer = setInterval(look, LOOK_MS)
  navigator.mediaDevices.addEventListener('devicechange', stirred)
  document.addEventListener('visibilitychange', onShown)
  const unwatchPermission = watchPermission(kind, again)

  return {
    lack,
    track: () => (state.at === 'live' || lackOf(state) === 'silent' ? track : null),
    again,
    close() {
      closed = true
      clearInterval(timer)
      navigator.mediaDevices.removeEventListener('devicechange', stirred)
      document.removeEventListener('visibilitychange', onShown)
      unwatchPermission()
      drop()
    },
  }
}

/** Calls when the person or the machine gives the permission; browsers that do not tell are asked by a tap. */
function watchPermission(kind: DeviceKind, onGiven: () => void): () => void {
  let status: PermissionStatus | undefined
  let wanted = true
  const changed = (): void => {
    if (status?.state === 'granted') onGiven()
  }
  const watch = async (): Promise<void> => {
    try {
      status = await navigator.permissions.query({ name: kind })
      if (wanted) status.addEventListener('change', changed)
    } catch {
      // Older browsers know neither the method nor these names.
    }
  }
  void watch()
  return () => {
    wanted = false
    status?.removeEventListener('change', changed)
  }
}

/** The one track of a kind in what was opened. */
export function trackOf(stream: MediaStream, kind: DeviceKind): Result<MediaStreamTrack, Trouble> {
  const track = (kind === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks())[0]
  return track ? ok(track) : err('missing')
}
