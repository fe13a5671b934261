import { useEffect, useRef, useState } from 'react'
import type { HealthLook, TrialResult } from '#contract/health.ts'
import { call } from '../../api/house.ts'
import { useDo, useKnow } from '../../api/query.tsx'
import { createLevelMeter } from '../../calls/levels.ts'
import { deviceMedia } from '../../calls/media.ts'

/** No device is open longer. Milliseconds. */
const TRIAL = 3000
const LOOK = 80

export interface Trial {
  readonly running: boolean
  /** Of the camera under trial. */
  readonly stream: MediaStream | undefined
  readonly start: (device: 'camera' | 'microphone') => void
  /** What a person says of the three notes. */
  readonly said: (heard: boolean) => void
}

/** Opens a camera or microphone for three seconds, shuts it, and writes down what came of it. */
export function useTrial(): Trial {
  const [running, run] = useState(false)
  const [stream, show] = useState<MediaStream>()
  const know = useKnow()
  const tried = useDo('health.tried', {
    stale: ['health.history'],
    done: (look: HealthLook) => know('health.look', look),
  })
  const end = useRef(() => {})
  useEffect(() => () => end.current(), [])

  const keep = (device: 'camera' | 'microphone', result: TrialResult, level: number | null) => {
    // A device that works again is out no longer, whatever it was before.
    if (result === 'works') void call('devices.news', { device, is: 'back', during: 'check', outMs: null })
    tried.go({ device, result, level })
  }

  const trial = async (device: 'camera' | 'microphone') => {
    run(true)
    await call('devices.test', { on: true })
    const opened = await deviceMedia().track(device)
    if (!opened.ok) {
      run(false)
      return keep(device, opened.error, null)
    }
    const track = opened.value
    const seen = new MediaStream([track])
    if (device === 'camera') show(seen)
    const meter = device === 'microphone' ? createLevelMeter(seen) : undefined
    let loudest = 0
    const looks = setInterval(() => {
      loudest = Math.max(loudest, meter?.level() ?? 0)
    }, LOOK)
    const shut = () => {
      clearInterval(looks)
      clearTimeout(whole)
      meter?.stop()
      track.stop()
      show(undefined)
      end.current = () => {}
      void call('devices.test', { on: false })
    }
    const whole = setTimeout(() => {
      const isQuiet = track.muted || (meter !== undefined && loudest === 0)
      const hasEnded = track.readyState === 'ended'
      shut()
      run(false)
      keep(
        device,
        hasEnded ? 'missing' : isQuiet ? 'silent' : 'works',
        meter ? Math.round(loudest * 100) : null,
      )
    }, TRIAL)
    end.current = shut
  }

  return {
    running: running || tried.busy,
    stream,
    start: (device) => void trial(device),
    said: (heard) => tried.go({ device: 'speaker', result: heard ? 'heard' : 'not-heard', level: null }),
  }
}
