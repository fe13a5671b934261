import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LetterBox, MessageCard } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { useSpeech } from '#ui/speech.ts'
import { SelfPicture } from '../../activities/call/self-picture.tsx'
import { useLevel } from '../../activities/call/use-level.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useRaiseHand } from '../warnings/raise-hand.tsx'
import { dotsFilled, isNearlyFull } from './box-rules.ts'
import { LetterFrame } from './letter-frame.tsx'
import { startTape, type Tape, type TapedKind } from './tape.ts'
import { useDevices, type Devices } from './use-devices.ts'

const DOTS = 12

export interface RecordPageProps {
  readonly box: LetterBox
  readonly kind: TapedKind
  /** It is kept as a draft; `cut` says what ended it where the child did not. */
  readonly onTaped: (draft: MessageCard, cut?: RefusalCode) => void
  readonly onDraw: () => void
  readonly onBack: () => void
}

/** What a recording is doing, as its page shows it. */
export type Taping =
  | { readonly at: 'ready' | 'saving' }
  | { readonly at: 'going'; readonly passedMs: number; readonly mostMs: number }

/** Talking or filming into a message: the devices, the tape, and its end, whatever ends it. */
export function RecordPage({ box, kind, onTaped, onDraw, onBack }: RecordPageProps) {
  const devices = useDevices(kind === 'video')
  const [taping, setTaping] = useState<Taping>({ at: 'ready' })
  const [trouble, setTrouble] = useState<RefusalCode>()
  const speaker = useSpeech()
  const tape = useRef<Tape | undefined>(undefined)

  const finish = async (cut?: RefusalCode) => {
    const running = tape.current
    if (!running) return
    tape.current = undefined
    setTaping({ at: 'saving' })
    const done = await running.stop()
    if (done.ok) return onTaped(done.value, cut)
    setTrouble(done.error)
    setTaping({ at: 'ready' })
  }
  const ended = useEffectEvent((why: 'full' | RefusalCode) => void finish(why === 'full' ? undefined : why))
  const start = async () => {
    if (devices.at !== 'open' || tape.current) return
    setTrouble(undefined)
    // What is being read aloud is not part of the message.
    speaker.stop()
    const hasPicture = kind === 'video' && devices.camera === null
    const begun = await startTape({
      contactId: box.contactId,
      kind: hasPicture ? 'video' : 'voice',
      stream: devices.stream,
      onEnd: (why) => ended(why),
    })
    if (!begun.ok) return setTrouble(begun.error)
    tape.current = begun.value
    setTaping({ at: 'going', passedMs: 0, mostMs: begun.value.mostMs })
  }

  const isGoing = taping.at === 'going'
  useEffect(() => {
    if (!isGoing) return undefined
    const timer = setInterval(() => {
      const running = tape.current
      if (running) setTaping({ at: 'going', passedMs: running.passed(), mostMs: running.mostMs })
    }, 1000)
    return () => clearInterval(timer)
  }, [isGoing])
  // The page is left in the middle, or the time is over: what was said is a draft.
  useEffect(() => () => void tape.current?.stop(), [])

  return (
    <RecordView
      box={box}
      kind={kind}
      devices={devices}
      taping={taping}
      trouble={trouble}
      onStart={() => void start()}
      onStop={() => void finish()}
      onDraw={onDraw}
      onBack={onBack}
    />
  )
}

export interface RecordViewProps {
  readonly box: LetterBox
  readonly kind: TapedKind
  readonly devices: Devices
  readonly taping: Taping
  readonly trouble: RefusalCode | undefined
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onDraw: () => void
  readonly onBack: () => void
}

function RecordView({
  box,
  kind,
  devices,
  taping,
  trouble,
  onStart,
  onStop,
  onDraw,
  onBack,
}: RecordViewProps) {
  const { t } = useWords()
  const raise = useRaiseHand()
  const refusal = useRefusalWords()
  const { called } = box
  const stream = devices.at === 'open' ? devices.stream : null
  const level = useLevel(stream)
  const isSeen = kind === 'video' && devices.at === 'open' && devices.camera === null
  const going = taping.at === 'going' ? taping : undefined
  const title = t(`message.record.${kind}`, { called })
  const picture = (
    <>
      {isSeen ? <SelfPicture stream={stream} seen className="mirror" /> : <KinPhoto person={box} />}
      {going && <i className="on-air" aria-hidden="true" />}
      <div className="taping">
        <LevelBars size="big" level={level} label={t('message.record.level')} />
      </div>
    </>
  )
  if (devices.at === 'none') {
    const why = t('message.record.no-microphone-hint')
    return (
      <LetterFrame picture={<KinPhoto person={box} />} title={title} hint={why}>
        <SayCard kind="error" title={t('message.record.no-microphone')} hint={t('missed.microphone.hint')} />
        <GoButton label={t('message.record.draw-instead')} icon="paint-brush" onPress={onDraw} />
        <div className="letterbox-row letterbox-foot">
          <Pill picture="raising" label={t('child.raise.label')} onPress={raise} />
          <Pill icon="arrow-left" weight="bold" label={t('message.go-back')} onPress={onBack} />
        </div>
      </LetterFrame>
    )
  }
  const problem = trouble && refusal({ code: trouble })
  const isBlind = kind === 'video' && devices.at === 'open' && devices.camera !== null && !going
  const noCamera = isBlind ? t('message.record.no-camera') : undefined
  const problems = [problem, noCamera].filter((one) => one !== undefined)
  return (
    <LetterFrame
      picture={picture}
      title={title}
      hint={hintOf()}
      offers={going ? [] : [...problems, t('message.record.start'), t('message.go-back')]}
    >
      {problem && <SayCard kind="error" title={problem} hint={t('message.record.kept')} />}
      {noCamera && <SayCard kind="error" title={noCamera} hint={t('check.ask')} />}
      {going && <Way passedMs={going.passedMs} mostMs={going.mostMs} />}
      {going || taping.at === 'saving' ? (
        <GoButton
          label={t(isSeen ? 'message.record.stop-video' : 'message.record.stop')}
          icon="stop"
          busy={taping.at === 'saving'}
          busyLabel={t('child.wait')}
          onPress={onStop}
        />
      ) : (
        <GoButton
          label={t('message.record.start')}
          icon={isSeen ? 'video-camera' : 'microphone'}
          busy={devices.at === 'opening'}
          busyLabel={t('message.record.opening')}
          onPress={onStart}
        />
      )}
      {!going && taping.at === 'ready' && (
        <div className="letterbox-row letterbox-foot">
          <Pill icon="arrow-left" weight="bold" label={t('message.go-back')} onPress={onBack} />
        </div>
      )}
    </LetterFrame>
  )

  function hintOf(): string {
    if (devices.at === 'opening') return t('message.record.opening')
    if (!going) return t('message.record.ready')
    if (isNearlyFull(going.passedMs, going.mostMs)) return t('message.record.nearly')
    return t(isSeen ? 'message.record.going-video' : 'message.record.going', { called })
  }
}

/** How much was said, without a digit: dots that fill, as on the sun’s way. */
function Way({ passedMs, mostMs }: { readonly passedMs: number; readonly mostMs: number }) {
  const { t } = useWords()
  const filled = dotsFilled(passedMs, mostMs, DOTS)
  return (
    <p className="tape-way" role="img" aria-label={t('message.record.way')}>
      {Array.from({ length: DOTS }, (_none, at) => (
        <i key={`dot-${at}`} className={at < filled ? 'is-filled' : undefined} />
      ))}
    </p>
  )
}
