import '../drawer.css'
import './voice.css'
import { createPortal } from 'react-dom'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useRefusalWords } from '../../../i18n/child-refusal-words.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { isUnheardBy } from '../../../pupil/recording/use-devices.ts'
import { isNearlyFull } from '../../../pupil/recording/way-rules.ts'
import { useRaiseHand } from '../../../pupil/warnings/raise-hand.tsx'
import { useLevel } from '../../call/use-level.ts'
import { LevelRings } from './level-rings.tsx'
import { LimitDots } from './limit-dots.tsx'
import { usePageVoice, type VoiceWish } from './use-page-voice.ts'
import { VoiceBar } from './voice-bar.tsx'

export interface VoiceDrawerProps extends VoiceWish {
  /** Where on the page the growing note is shown. */
  readonly live: Element | null
  /** How many more voices the page takes. */
  readonly room: number
  readonly onClose: () => void
}

/** The drawer in which a child records, listens, takes it again, and puts it on the page. */
export function VoiceDrawer({ live, room, onClose, ...wish }: VoiceDrawerProps) {
  const { t } = useWords()
  const refusal = useRefusalWords()
  const raise = useRaiseHand()
  const { now, devices, trouble, start, stop, goOn, drop, take } = usePageVoice(wish)
  const level = useLevel(devices?.stream ?? null)
  const isUnheard = isUnheardBy(devices)
  const problem = trouble && refusal({ code: trouble })
  const { title, hint } = sayOf()

  return (
    <section className="drawer recorder" aria-label={t('diary.voice.title')}>
      <div className="drawer-top">
        <h2>
          <SpokenText pinyin={false}>{title}</SpokenText>
        </h2>
        <Speak text={`${title}。${hint}`} label={t('child.read', { text: title })} />
      </div>
      <p className="soft">{hint}</p>
      <div className="recorder-middle">{middle()}</div>
      <div className="recorder-foot">{foot()}</div>
      {live && now.at === 'going' && createPortal(<LiveBar level={level} rests={now.rests} />, live)}
    </section>
  )

  function sayOf(): { readonly title: string; readonly hint: string } {
    if (now.at === 'said')
      return {
        title: t(now.isFull ? 'diary.voice.full' : 'diary.voice.said'),
        hint: problem ? t('diary.voice.kept') : t('diary.voice.said-hint'),
      }
    if (now.at === 'going' && now.rests)
      return isUnheard
        ? { title: t('message.record.microphone-out'), hint: t('message.record.kept') }
        : { title: t('message.record.microphone-back'), hint: t('message.record.kept') }
    if (now.at === 'going')
      return {
        title: t('diary.voice.going'),
        hint: t(isNearlyFull(now.passedMs, now.mostMs) ? 'diary.voice.nearly' : 'diary.voice.going-hint'),
      }
    if (devices && isUnheard)
      return { title: t('message.record.no-microphone'), hint: t('diary.voice.no-microphone-hint') }
    if (room === 0) return { title: t('diary.voice.title'), hint: t('diary.voice.no-room') }
    return {
      title: t('diary.voice.title'),
      hint: t(devices ? 'diary.voice.ready' : 'message.record.opening'),
    }
  }

  function middle() {
    if (problem) return <SayCard kind="error" title={problem} hint={t('diary.voice.kept')} />
    if (now.at === 'said') {
      const { address, thing } = now.said
      return (
        <VoiceBar
          address={address}
          seconds={thing.seconds}
          peaks={thing.peaks}
          label={t('diary.voice.listen')}
        />
      )
    }
    if (devices?.microphone === 'microphone-silent')
      return (
        <SayCard kind="error" title={t('message.record.silent')} hint={t('message.record.silent-hint')} />
      )
    return (
      <LevelRings
        level={level}
        look={isUnheard ? 'out' : now.at === 'going' && !now.rests ? 'going' : 'ready'}
        label={t(now.at === 'going' ? 'diary.voice.level' : 'diary.voice.microphone')}
      />
    )
  }

  function foot() {
    if (now.at === 'said')
      return (
        <>
          <GoButton
            className="wide-go tall"
            label={t('diary.voice.take')}
            icon="check"
            onPress={() => {
              take()
              onClose()
            }}
          />
          <div className="recorder-pair">
            <Pill
              className="wide-pill"
              icon="arrow-counter-clockwise"
              weight="bold"
              label={t('diary.voice.again')}
              onPress={() => void drop()}
            />
            <Pill
              className="wide-pill"
              icon="trash"
              label={t('diary.voice.drop')}
              onPress={() => void drop().then(onClose)}
            />
          </div>
        </>
      )
    if (now.at === 'going')
      return (
        <>
          <LimitDots passedMs={now.passedMs} mostMs={now.mostMs} />
          {now.rests && !isUnheard ? (
            <GoButton
              className="wide-go tall"
              label={t('message.record.go-on')}
              icon="microphone"
              onPress={goOn}
            />
          ) : (
            <GoButton className="wide-go tall" label={t('message.record.stop')} icon="stop" onPress={stop} />
          )}
          {now.rests && !isUnheard ? (
            <Pill className="wide-pill" icon="stop" label={t('message.record.stop')} onPress={stop} />
          ) : (
            <Pill
              className="wide-pill"
              icon="trash"
              label={t('diary.voice.drop')}
              onPress={() => void drop().then(onClose)}
            />
          )}
        </>
      )
    return (
      <>
        {devices && isUnheard ? (
          <Pill className="wide-pill" picture="raising" label={t('child.raise.label')} onPress={raise} />
        ) : (
          <GoButton
            className="wide-go tall"
            label={t('message.record.start')}
            icon="microphone"
            busy={devices === undefined || now.at === 'saving'}
            disabled={room === 0}
            busyLabel={t('child.wait')}
            onPress={start}
          />
        )}
        <Pill
          className="wide-pill"
          icon="arrow-left"
          weight="bold"
          label={t('diary.voice.close')}
          onPress={onClose}
        />
      </>
    )
  }
}

/** On the page while it grows: a red dot, and bars that follow the voice. */
function LiveBar({ level, rests }: { readonly level: () => number; readonly rests: boolean }) {
  return (
    <div className={`page-voice live${rests ? ' rests' : ''}`} aria-hidden="true">
      <span className="rec-dot" />
      <LevelBars size="wide" level={level} />
    </div>
  )
}
