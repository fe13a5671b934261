import { useCallback, useEffect, useRef } from 'react'
import { createLevelMeter, type LevelMeter } from '../../calls/levels.ts'

/** How loud a stream is now, 0 to 1; silence where there is no stream or no sound card. */
export function useLevel(stream: MediaStream | null): () => number {
  const meter = useRef<LevelMeter | null>(null)
  useEffect(() => {
    if (!stream || stream.getAudioTracks().length === 0) return undefined
    let made: LevelMeter
    try {
      made = createLevelMeter(stream)
    } catch {
      return undefined
    }
    meter.current = made
    return () => {
      meter.current = null
      made.stop()
    }
  }, [stream])
  return useCallback(() => meter.current?.level() ?? 0, [])
}
