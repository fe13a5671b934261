import './family.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { call as askHouse } from '../../api/house.ts'
import { SelfPicture } from '../../activities/call/self-picture.tsx'
import { useLevel } from '../../activities/call/use-level.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { chime } from '../warnings/chime.ts'
import { useDevices } from '../recording/use-devices.ts'
import { nothingOpen, useSpeaker, type Devices } from './devices.ts'

/** Camera, microphone and loudspeaker, before the first call (C1). */
export function SoundCheck({ onDone }: { readonly onDone: () => void }) {
  const [tries, setTries] = useState(0)
  return <OneTry key={tries} onAgain={() => setTries(tries + 1)} onDone={onDone} />
}

/** Opens everything, and keeps it; another try is another one of these. */
function OneTry({ onAgain, onDone }: Omit<SoundCheckViewProps, 'devices'>) {
  const media = useDevices({ picture: true, during: 'check' })
  const speaker = useSpeaker()
  const opening = !media || speaker === undefined
  const devices: Devices = opening ? nothingOpen : { opening, ...media, speaker }
  const told = useRef(false)
  useEffect(() => {
    if (devices.opening || told.current) return
    told.current = true
    for (const what of troublesOf(devices))
      // A camera and a microphone tell of themselves.
      if (what === 'no-speaker' || what === 'not-supported') void askHouse('calls.trouble', { what })
  })
  return <SoundCheckView devices={devices} onAgain={onAgain} onDone={onDone} />
}

const troublesOf = ({ camera, microphone, speaker }: Devices) =>
  [camera, microphone, speaker].filter((what) => what !== null)

export interface SoundCheckViewProps {
  readonly devices: Devices
  readonly onAgain: () => void
  readonly onDone: () => void
}

function SoundCheckView({ devices, onAgain, onDone }: SoundCheckViewProps) {
  const { t } = useWords()
  const { opening, stream, camera, microphone, speaker } = devices
  const level = useLevel(stream)
  const hasPicture = stream !== null && stream.getVideoTracks().length > 0 && camera === null
  const troubles = troublesOf(devices)
  const words = [t('check.title'), ...troubles.map((what) => t(`check.trouble.${what}`))].join('。')
  // Without a microphone the camera was not even asked.
  const seen = opening ? 'check.opening' : camera ? (`check.trouble.${camera}` as const) : 'check.camera'
  return (
    <ChildPage door="call">
      <main className="sound-check">
        <section className="check-picture">
          <SelfPicture stream={stream} seen={hasPicture} className="mirror" />
          <p className="check-tag" role="status">
            <b>{t(microphone && microphone !== 'microphone-silent' ? 'check.no-picture' : seen)}</b>
            {camera && <span className="soft">{t('check.camera-hint')}</span>}
          </p>
        </section>
        <section className="check-words">
          <div className="line">
            <h1>
              <SpokenText spokenAs={words}>{t('check.title')}</SpokenText>
            </h1>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <Row
            picture="microphone"
            title={t(microphone ? `check.trouble.${microphone}` : 'check.microphone')}
            hint={t(microphone ? 'check.ask' : 'check.microphone-hint')}
          >
            {!microphone && <LevelBars size="big" level={level} label={t('check.microphone')} />}
          </Row>
          <Row
            picture="ear"
            title={t(speaker ? `check.trouble.${speaker}` : 'check.speaker')}
            hint={t(speaker ? 'check.ask' : 'check.speaker-hint')}
          >
            <Pill look="calm" icon="speaker-high" label={t('check.play')} onPress={chime} />
          </Row>
          <div className="line">
            <GoButton icon="check-circle" label={t('check.done')} onPress={onDone} />
            {troubles.length > 0 && (
              <Pill icon="arrow-clockwise" weight="bold" label={t('child.again')} onPress={onAgain} />
            )}
          </div>
        </section>
      </main>
    </ChildPage>
  )
}

const Row = ({
  picture,
  title,
  hint,
  children,
}: {
  readonly picture: PictureName
  readonly title: string
  readonly hint: string
  readonly children: ReactNode
}) => (
  <div className="card check-row">
    <Picture name={picture} />
    <p>
      <b>
        <SpokenText pinyin={false}>{title}</SpokenText>
      </b>
      <span className="soft">{hint}</span>
    </p>
    {children}
  </div>
)
