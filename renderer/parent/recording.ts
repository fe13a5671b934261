import { err } from '#core/kernel/result.ts'
import type { Inside } from './door.ts'
import type { Page, PageHolder } from './page.ts'
import { canRecord, record, type Recorded, type Recorder } from './recorder.ts'
import { sendMessage, type Sending } from './send-message.ts'

type RecordingDeeds = Pick<
  Page,
  | 'recorder'
  | 'recorded'
  | 'openRecorder'
  | 'startRecording'
  | 'stopRecording'
  | 'sendRecording'
  | 'takeBackRecording'
  | 'closeRecorder'
>

interface RecordingParts extends PageHolder {
  readonly inside: () => Inside | null
  /** The call that ended is put away. */
  readonly dismiss: () => void
}

/** Leaving words for the child: recorded, heard once more, sent in pieces. */
export function createRecording({ holder, change, inside, dismiss }: RecordingParts): RecordingDeeds {
  let recorder: Recorder | null = null
  let recorded: Recorded | null = null
  let sending = new AbortController()

  const finish = async (problem: 'microphone-out' | 'camera-out' | null = null): Promise<void> => {
    const running = recorder
    const { recording } = holder.now()
    if (!running || recording?.at !== 'going') return
    recorder = null
    recorded = await running.stop()
    change({
      recording: recorded ? { at: 'review', kind: recording.kind, problem } : { at: 'choosing' },
    })
  }
  const begin = async (kind: 'voice' | 'video'): Promise<void> => {
    const { deviceMedia } = await import('../calls/media.ts')
    const { keepDevice, trackOf } = await import('../calls/live-device.ts')
    const opened = await deviceMedia().open({ picture: kind === 'video' })
    if (!opened.ok) return change({ problem: opened.error })
    const real = opened.value.camera && kind === 'video' ? 'voice' : kind
    const { stream } = opened.value
    const running = record(stream, real, () => void finish())
    recorder = running
    const first = trackOf(stream, 'microphone')
    // A telephone call that comes in keeps the microphone: it rests, and goes on with the same track. One that has ended ends the
    // recording, for a recorder takes no other; what was said is there to be heard and sent.
    const microphone = keepDevice({ kind: 'microphone', first, open: () => Promise.resolve(err('refused')) })
    microphone.lack.watch(() => {
      const { recording } = holder.now()
      if (recorder !== running || recording?.at !== 'going') return
      const lack = microphone.lack.now()
      if (first.ok && first.value.readyState === 'ended') return void finish('microphone-out')
      const isSilent = lack === 'silent'
      const rests = lack !== null && !isSilent
      if (rests) running.rest()
      else running.goOn()
      change({ recording: { ...recording, rests, isSilent } })
    })
    // The voice goes on while the phone rests the camera; a film whose camera is gone ends like the voice, for nobody films a still.
    const seen = real === 'video' ? trackOf(stream, 'camera') : null
    const camera = seen
      ? keepDevice({ kind: 'camera', first: seen, open: () => Promise.resolve(err('refused')) })
      : null
    camera?.lack.watch(() => {
      const { recording } = holder.now()
      if (recorder !== running || recording?.at !== 'going') return
      if (seen?.ok && seen.value.readyState === 'ended') return void finish('camera-out')
      change({ recording: { ...recording, isUnseen: camera.lack.now() !== null } })
    })
    const count = setInterval(() => {
      const { recording } = holder.now()
      if (recorder !== running || recording?.at !== 'going') {
        microphone.close()
        camera?.close()
        return clearInterval(count)
      }
      change({ recording: { ...recording, seconds: Math.floor(running.passed() / 1000) } })
    }, 1000)
    change({
      recording: { at: 'going', kind: real, seconds: 0, rests: false, isSilent: false, isUnseen: false },
    })
  }

  return {
    recorder: () => recorder,
    recorded: () => recorded?.blob ?? null,
    openRecorder() {
      recorded = null
      change({
        recording: { at: 'choosing' },
        call: { at: 'idle' },
        childWaits: false,
        joining: null,
        problem: null,
      })
    },
    startRecording(kind) {
      if (!canRecord()) return change({ problem: 'not-supported' })
      void begin(kind)
    },
    stopRecording: () => void finish(),
    sendRecording() {
      const here = inside()
      const { recording } = holder.now()
      if (!here || !recorded || recording?.at !== 'review') return
      const { kind } = recording
      sending = new AbortController()
      change({ recording: { at: 'sending', percent: 0, isPaused: false } })
      const tell = (progress: Sending): void => change({ recording: { at: 'sending', ...progress } })
      const { signal } = sending
      void sendMessage(here.server, here.home, recorded, tell, signal).then((sent) =>
        // Taken back: what is on the screen by now is left alone.
        signal.aborted
          ? undefined
          : change({ recording: sent.ok ? { at: 'left' } : { at: 'review', kind, problem: sent.error } }),
      )
    },
    takeBackRecording() {
      sending.abort()
      if (!recorded) return
      const kind = recorded.type.startsWith('video') ? 'video' : 'voice'
      change({ recording: { at: 'review', kind, problem: null } })
    },
    closeRecorder() {
      sending.abort()
      void recorder?.stop()
      recorder = null
      recorded = null
      dismiss()
      change({ recording: null, call: { at: 'idle' } })
    },
  }
}
