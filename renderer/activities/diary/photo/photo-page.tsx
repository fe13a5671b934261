import './photo.css'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { DiaryPage, Thing } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useRefusalWords } from '../../../i18n/child-refusal-words.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { dayWords } from '../day-words.ts'
import { dropPhoto, keepPhoto, shoot, type Taken } from './page-photo.ts'
import { Swallows } from './swallows.tsx'
import { useCamera } from './use-camera.ts'

export interface PhotoPageProps {
  /** The page that is open. */
  readonly page: Pick<DiaryPage, 'id' | 'day' | 'clockWrong'>
  /** How many more photographs the page takes. */
  readonly room: number
  /** It is kept: puts it down on the sheet. */
  readonly onMade: (thing: Thing, address: string) => void
  readonly onClose: () => void
}

type Now =
  | { readonly at: 'looking' }
  /** So many swallows still sit there. */
  | { readonly at: 'counting'; readonly left: number }
  | { readonly at: 'keeping' }
  | { readonly at: 'taken'; readonly taken: Taken }

const SWALLOWS = 3
/** One leaves each, ms. */
const BEAT = 1000
/** The white frame of the shutter, ms: no flash, no sound. */
const FRAME = 120

/** The whole screen while a child photographs: the finder, then the print with “is this one good?”. */
export function PhotoPage({ page, room, onMade, onClose }: PhotoPageProps) {
  const { t, language } = useWords()
  const refusal = useRefusalWords()
  const camera = useCamera()
  const video = useRef<HTMLVideoElement>(null)
  const [now, setNow] = useState<Now>({ at: 'looking' })
  const [trouble, setTrouble] = useState<RefusalCode>()
  const [isFramed, setFramed] = useState(false)
  const unsaid = useRef<Taken | undefined>(undefined)

  const stream = camera?.stream ?? null
  const isOut = camera !== undefined && (camera.lack !== null || stream === null)
  const release = async () => {
    const element = video.current
    setTrouble(undefined)
    setNow({ at: 'keeping' })
    setFramed(true)
    setTimeout(() => setFramed(false), FRAME)
    const bytes = element && (await shoot(element))
    const kept = bytes && (await keepPhoto(page.id, bytes))
    if (kept?.ok) {
      unsaid.current = kept.value
      return setNow({ at: 'taken', taken: kept.value })
    }
    setTrouble(kept?.error ?? 'unexpected')
    return setNow({ at: 'looking' })
  }
  const next = useEffectEvent((left: number) => {
    if (left > 1) setNow({ at: 'counting', left: left - 1 })
    else void release()
  })
  // Nothing comes: there is nothing to count for.
  const left = now.at === 'counting' && !isOut ? now.left : 0
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => next(left), BEAT)
    return () => clearTimeout(timer)
  }, [left])
  // Left without a word, by the way home or the end of the turn: it lies on the page, where it can be taken off.
  const leave = useEffectEvent(() => {
    if (unsaid.current) onMade(unsaid.current.thing, unsaid.current.address)
    unsaid.current = undefined
  })
  useEffect(() => () => leave(), [])

  const forget = async (taken: Taken, then: () => void) => {
    unsaid.current = undefined
    await dropPhoto(taken)
    then()
  }
  const problem = trouble && refusal({ code: trouble })

  if (now.at === 'taken') {
    const { taken } = now
    return (
      <div className="shoot">
        <section className="photo-table">
          <figure className="photo-print">
            <img src={taken.address} alt={t('diary.photo.taken')} draggable={false} />
            <i className="tape" aria-hidden="true" />
            <figcaption>{page.clockWrong ? '' : dayWords(page.day, language).day}</figcaption>
          </figure>
        </section>
        <section className="shoot-side">
          <Head title={t('diary.photo.good')} hint={t('diary.photo.good-hint')} />
          <div />
          <div className="acts">
            <GoButton
              className="wide-go tall"
              label={t('diary.photo.take')}
              icon="check"
              onPress={() => {
                unsaid.current = undefined
                onMade(taken.thing, taken.address)
                onClose()
              }}
            />
            <Pill
              className="wide-pill"
              icon="camera"
              label={t('diary.photo.again')}
              onPress={() => void forget(taken, () => setNow({ at: 'looking' }))}
            />
            <Pill
              className="wide-pill"
              icon="arrow-left"
              weight="bold"
              label={t('diary.photo.drop')}
              onPress={() => void forget(taken, onClose)}
            />
          </div>
        </section>
      </div>
    )
  }

  return (
    <div className="shoot">
      <section className={`finder${isFramed ? ' is-framed' : ''}`}>
        {camera === undefined ? (
          <Loading label={t('child.wait')} />
        ) : isOut ? (
          <SayCard kind="error" title={t('diary.photo.rests')} hint={t(restHint(camera.lack))} />
        ) : (
          <>
            <Finder video={video} stream={stream} />
            <i className="corner a" />
            <i className="corner b" />
            <i className="corner c" />
            <i className="corner d" />
            {now.at === 'counting' && <Swallows left={now.left} of={SWALLOWS} />}
          </>
        )}
      </section>
      <section className="shoot-side">
        <Head
          title={t('diary.photo.title')}
          hint={t(isOut ? 'diary.photo.rests-hint' : 'diary.photo.hint')}
        />
        <div className="strip">
          {problem && <SayCard kind="error" title={problem} hint={t('diary.photo.page-safe')} />}
          {room === 0 && !problem && <p>{t('diary.photo.no-room')}</p>}
        </div>
        <div className="acts">
          {isOut ? (
            <GoButton
              className="wide-go tall"
              label={t('diary.photo.stickers')}
              icon="smiley"
              onPress={onClose}
            />
          ) : (
            <>
              <GoButton
                className="wide-go tall"
                label={t('diary.photo.shoot')}
                icon="camera"
                busy={camera === undefined || now.at === 'keeping'}
                busyLabel={t('child.wait')}
                disabled={now.at === 'counting' || room === 0}
                onPress={() => void release()}
              />
              <Pill
                className="wide-pill"
                icon="timer"
                label={t('diary.photo.count')}
                pressed={now.at === 'counting'}
                disabled={camera === undefined || now.at === 'keeping' || room === 0}
                onPress={() =>
                  setNow(now.at === 'counting' ? { at: 'looking' } : { at: 'counting', left: SWALLOWS })
                }
              />
            </>
          )}
          <Pill
            className="wide-pill"
            icon="arrow-left"
            weight="bold"
            label={t('diary.photo.close')}
            onPress={onClose}
          />
        </div>
      </section>
    </div>
  )
}

function Finder(props: { readonly video: Ref<HTMLVideoElement>; readonly stream: MediaStream | null }) {
  const { t } = useWords()
  const own = useRef<HTMLVideoElement>(null)
  const { stream } = props
  useImperativeHandle(props.video, () => own.current as HTMLVideoElement)
  useEffect(() => {
    const element = own.current
    if (!element) return undefined
    element.srcObject = stream
    return () => {
      element.srcObject = null
    }
  }, [stream])
  return <video ref={own} muted autoPlay playsInline aria-label={t('diary.photo.finder')} />
}

const restHint = (lack: string | null) =>
  lack === 'camera-busy' ? 'diary.photo.busy' : ('diary.photo.missing' as const)

function Head({ title, hint }: { readonly title: string; readonly hint: string }) {
  const { t } = useWords()
  return (
    <>
      <div className="line">
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={`${title}。${hint}`} label={t('child.read', { text: title })} />
      </div>
      <p className="lead">{hint}</p>
    </>
  )
}
