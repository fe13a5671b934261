import './family.css'
import { useEffect, useState } from 'react'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { call as askHouse } from '../../api/house.ts'
import { SelfPicture } from '../../activities/call/self-picture.tsx'
import { useLevel } from '../../activities/call/use-level.ts'
import { deviceMedia, stopTracks, type CameraProblem, type MicrophoneProblem } from '../../calls/client.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { chime } from '../warnings/chime.ts'

/** What was found of camera and microphone; `stream` is null until then, and where there is no microphone. */
export interface Devices {
  readonly stream: MediaStream | null
  readonly camera: CameraProblem | null
  readonly microphone: MicrophoneProblem | null
}

/** Camera, microphone and loudspeaker, before the first call (C1). */
export function SoundCheck({ onDone }: { readonly onDone: () => void }) {
  const [devices, setDevices] = useState<Devices>({ stream: null, camera: null, microphone: null })
  useEffect(() => {
    let opened: MediaStream | null = null
    let wanted = true
    const open = async () => {
      await askHouse('calls.media', { on: true })
      const found = await deviceMedia().open({ picture: true })
      const stream = found.ok ? found.value.stream : null
      if (!wanted) return stopTracks(stream)
      opened = stream
      setDevices({
        stream,
        camera: found.ok ? found.value.camera : null,
        microphone: found.ok ? null : found.error,
      })
    }
    void open()
    return () => {
      wanted = false
      stopTracks(opened)
      void askHouse('calls.media', { on: false })
    }
  }, [])
  return <SoundCheckView devices={devices} onDone={onDone} />
}

export interface SoundCheckViewProps {
  readonly devices: Devices
  readonly onDone: () => void
}

export function SoundCheckView({ devices, onDone }: SoundCheckViewProps) {
  const { t } = useWords()
  const { stream, camera, microphone } = devices
  const level = useLevel(stream)
  const hasPicture = stream !== null && camera === null
  return (
    <ChildPage door="call">
      <main className="check">
        <section className="check-picture">
          <SelfPicture stream={stream} seen={hasPicture} className="mirror" />
          <p className="check-tag" role="status">
            {camera || microphone ? t('check.camera-missing') : t('check.camera')}
          </p>
        </section>
        <section className="check-words">
          <div className="line">
            <h1>
              <SpokenText>{t('check.title')}</SpokenText>
            </h1>
            <Speak text={t('check.title')} label={t('child.read', { text: t('check.title') })} />
          </div>
          <div className="card check-row">
            <Picture name="microphone" />
            <p>
              <b>{t(microphone ? 'check.microphone-missing' : 'check.microphone')}</b>
              <span className="soft">{t(microphone ? 'check.ask' : 'check.microphone-hint')}</span>
            </p>
            {!microphone && <LevelBars size="big" level={level} label={t('check.microphone')} />}
          </div>
          <div className="card check-row">
            <Picture name="ear" />
            <p>
              <b>{t('check.speaker')}</b>
              <span className="soft">{t('check.speaker-hint')}</span>
            </p>
            <Pill look="calm" icon="speaker-high" label={t('check.play')} onPress={chime} />
          </div>
          <GoButton icon="check" label={t('check.done')} onPress={onDone} />
        </section>
      </main>
    </ChildPage>
  )
}
