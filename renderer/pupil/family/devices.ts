import { useEffect, useState } from 'react'
import type { MediaNow } from '../../calls/keep-media.ts'

/** What was found of camera, microphone and loudspeaker, as it is now. */
export interface Devices extends MediaNow {
  /** Nothing is known yet. */
  readonly opening: boolean
  readonly speaker: 'no-speaker' | null
}

export const nothingOpen: Devices = {
  opening: true,
  stream: null,
  camera: null,
  microphone: null,
  speaker: null,
}

/** Whether anything can be heard, as long as the page looks; undefined until that is known. */
export function useSpeaker(): 'no-speaker' | null | undefined {
  const [speaker, setSpeaker] = useState<'no-speaker' | null>()
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const found = await hasSpeaker()
      if (wanted) setSpeaker(found ? null : 'no-speaker')
    }
    const changed = () => void look()
    changed()
    navigator.mediaDevices.addEventListener('devicechange', changed)
    return () => {
      wanted = false
      navigator.mediaDevices.removeEventListener('devicechange', changed)
    }
  }, [])
  return speaker
}

/** Where the browser cannot tell, the child's own ears decide. */
async function hasSpeaker(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.some(({ kind }) => kind === 'audiooutput')
  } catch {
    return true
  }
}
