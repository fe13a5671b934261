import { useEffect } from 'react'
import type { DeviceOut } from '#contract/devices.ts'
import { Notice } from '#ui/staff.ts'
import { call } from '../../api/house.ts'
import { useAnswer, useEvent, useKnow } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** What gives nothing at this seat, while it does not (S2): a child who is alone with it cannot say so. */
export function DevicesOut() {
  const { t } = useWords()
  const out = useAnswer('devices.out', undefined, { fresh: true }).value ?? []
  const know = useKnow()
  useEvent('devices.changed', (value) => know('devices.out', value))
  useListed(out)
  if (out.length === 0) return null
  return (
    <Notice tone="care" title={out.map((one) => t(wordsOf(one))).join(' · ')}>
      {t('room-now.out.hint')}
    </Notice>
  )
}

const wordsOf = ({ device, lack }: DeviceOut) =>
  // A camera is never silent.
  device === 'camera'
    ? (`room-now.out.camera.${lack === 'silent' ? 'asleep' : lack}` as const)
    : (`room-now.out.microphone.${lack}` as const)

/** A plug that was just pulled may stand in the list for a moment yet, ms. */
const LATE_MS = 3000

const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const

/** One that was not found when a child wanted it is back when the system lists it, though nobody has opened it since. */
function useListed(out: readonly DeviceOut[]): void {
  const isMissing = (device: DeviceOut['device']) =>
    out.some((one) => one.device === device && one.lack === 'missing')
  const [camera, microphone] = [isMissing('camera'), isMissing('microphone')]
  useEffect(() => {
    const wanted = [...(camera ? ['camera' as const] : []), ...(microphone ? ['microphone' as const] : [])]
    if (wanted.length === 0) return undefined
    const look = async () => {
      const list = await navigator.mediaDevices.enumerateDevices()
      for (const device of wanted)
        if (list.some(({ kind }) => kind === kinds[device]))
          void call('devices.news', { device, is: 'opened', during: 'look', outMs: null })
    }
    const listed = () => void look()
    const later = setTimeout(listed, LATE_MS)
    navigator.mediaDevices.addEventListener('devicechange', listed)
    return () => {
      clearTimeout(later)
      navigator.mediaDevices.removeEventListener('devicechange', listed)
    }
  }, [camera, microphone])
}
