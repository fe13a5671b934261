import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
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
import type { MediaNow } from '../../calls/keep-media.ts'
import { createLastingStream, type LastingStream } from './lasting-stream.ts'
import { startTape, type Tape, type TapedKind } from './tape.ts'
import { useDevices } from './use-devices.ts'

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
export type Taping = { readonly at: 'ready' | 'saving' } | Going

interface Going {
  readonly at: 'going'
  readonly passedMs: number
  readonly mostMs: number
  /** It rests since the microphone fell out, until the child goes on. */
  readonly rests: boolean
}

/** Talking or filming into a message: the devices, the tape, and its end, whatever ends it. */
export function RecordPage({ box, kind, onTaped, onDraw, onBack }: RecordPageProps) {
  const devices = useDevices({ picture: kind === 'video', during: 'message' })
  const [taping, setTaping] = useState<Taping>({ at: 'ready' })
  const [trouble, setTrouble] = useState<RefusalCode>()
  const speaker = useSpeech()
  const tape = useRef<Tape | undefined>(undefined)
  const lasting = useRef<LastingStream | undefined>(undefined)

  const finish = async (cut?: RefusalCode) => {
    const running = tape.current
    if (!running) return
    tape.current = undefined
    setTaping({ at: 'saving' })
    const done = await running.stop()
    lasting.current?.stop()
    if (done.ok) return onTaped(done.value, cut)
    setTrouble(done.error)
    setTaping({ at: 'ready' })
  }
  const ended = useEffectEvent((why: 'full' | RefusalCode) => void finish(why === 'full' ? undefined : why))
  const start = async () => {
    const { stream } = devices ?? {}
    if (!stream || devices?.microphone || tape.current) return
    setTrouble(undefined)
    // What is being read aloud is not part of the message.
    speaker.stop()
    const hasPicture = kind === 'video' && !devices?.camera
    const made = createLastingStream(hasPicture)
    for (const track of stream.getTracks()) made.put(track)
    lasting.current = made
    const begun = await startTape({
      contactId: box.contactId,
      kind: hasPicture ? 'video' : 'voice',
      stream: made.stream,
      onEnd: (why) => ended(why),
    })
    if (!begun.ok) {
      made.stop()
      return setTrouble(begun.error)
    }
    tape.current = begun.value
    show(begun.value)
  }
  const show = (running: Tape, rests = running.rests()) =>
    setTaping({ at: 'going', passedMs: running.passed(), mostMs: running.mostMs, rests })
  const goOn = () => {
    if (!tape.current || devices?.microphone) return
    speaker.stop()
    tape.current.goOn()
    show(tape.current)
  }

  const redraw = useEffectEvent((running: Tape) => show(running))
  const isGoing = taping.at === 'going'
  useEffect(() => {
    if (!isGoing) return undefined
    const timer = setInterval(() => {
      const running = tape.current
      if (running) redraw(running)
    }, 1000)
    return () => clearInterval(timer)
  }, [isGoing])
  // Nothing can be heard: it rests. Nothing can be seen: the voice goes on.
  const isUnheard = isGoing && Boolean(devices?.microphone)
  const isUnseen = isGoing && Boolean(devices?.camera)
  useEffect(() => {
    if (!isUnheard || !tape.current) return
    tape.current.rest()
    redraw(tape.current)
  }, [isUnheard])
  useEffect(() => {
    if (isUnseen) lasting.current?.restPicture()
  }, [isUnseen])
  // What came back goes in; what is in already changes nothing.
  const stream = devices?.stream
  useEffect(() => {
    for (const track of stream?.getTracks() ?? []) lasting.current?.put(track)
  }, [stream])
  // The page is left in the middle, or the time is over: what was said is a draft.
  useEffect(
    () => () => {
      void tape.current?.stop().then(() => lasting.current?.stop())
    },
    [],
  )

  return (
    <RecordView
      box={box}
      kind={kind}
      devices={devices}
      taping={taping}
      trouble={trouble}
      onStart={() => void start()}
      onStop={() => void finish()}
      onGoOn={goOn}
      onDraw={onDraw}
      onBack={onBack}
    />
  )
}

export interface RecordViewProps {
  readonly box: LetterBox
  readonly kind: TapedKind
  /** Undefined while they are opened. */
  readonly devices: MediaNow | undefined
  readonly taping: Taping
  readonly trouble: RefusalCode | undefined
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onGoOn: () => void
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
  onGoOn,
  onDraw,
  onBack,
}: RecordViewProps) {
  const { t } = useWords()
  const raise = useRaiseHand()
  const refusal = useRefusalWords()
  const { called } = box
  const stream = devices?.stream ?? null
  const level = useLevel(stream)
  const going = taping.at === 'going' ? taping : undefined
  const isFilm = kind === 'video' && devices !== undefined
  const isSeen = isFilm && !devices.camera && stream !== null
  const isUnheard = Boolean(devices?.microphone)
  const title = t(`message.record.${kind}`, { called })
  const picture = (
    <>
      {isSeen ? <SelfPicture stream={stream} seen className="mirror" /> : <KinPhoto person={box} />}
      {going && !going.rests && <i className="on-air" aria-hidden="true" />}
      <div className="taping">
        <LevelBars size="big" level={level} label={t('message.record.level')} />
      </div>
    </>
  )
  if (isUnheard && taping.at === 'ready') {
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
  const isBlind = isFilm && devices.camera !== null
  const noCamera = isBlind ? t(going ? 'message.record.camera-out' : 'message.record.no-camera') : undefined
  const problems = [problem, noCamera].filter((one) => one !== undefined)
  if (going?.rests)
    return (
      <Rests title={title} picture={picture} isUnheard={isUnheard} onGoOn={onGoOn} onStop={onStop}>
        <Way passedMs={going.passedMs} mostMs={going.mostMs} />
      </Rests>
    )
  return (
    <LetterFrame
      picture={picture}
      title={title}
      hint={hintOf()}
      offers={going ? [] : [...problems, t('message.record.start'), t('message.go-back')]}
    >
      {problem && <SayCard kind="error" title={problem} hint={t('message.record.kept')} />}
      {noCamera && (
        <SayCard
          kind="error"
          title={noCamera}
          hint={t(going ? 'message.record.camera-out-hint' : 'check.ask')}
        />
      )}
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
          busy={devices === undefined}
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
    if (devices === undefined) return t('message.record.opening')
    if (!going) return t('message.record.ready')
    if (isNearlyFull(going.passedMs, going.mostMs)) return t('message.record.nearly')
    return t(isSeen ? 'message.record.going-video' : 'message.record.going', { called })
  }
}

interface RestsProps {
  readonly title: string
  readonly picture: ReactNode
  readonly isUnheard: boolean
  readonly children: ReactNode
  readonly onGoOn: () => void
  readonly onStop: () => void
}

/** The microphone fell out in the middle: what was said is kept, and when it is back the child may go on. */
function Rests({ title, picture, isUnheard, children, onGoOn, onStop }: RestsProps) {
  const { t } = useWords()
  const raise = useRaiseHand()
  const say = isUnheard
    ? { title: t('message.record.microphone-out'), hint: t('message.record.microphone-out-hint') }
    : { title: t('message.record.microphone-back'), hint: t('message.record.kept') }
  const [goOn, stop] = [t('message.record.go-on'), t('message.record.stop')]
  return (
    <LetterFrame
      picture={picture}
      title={title}
      hint={say.hint}
      offers={[say.title, ...(isUnheard ? [] : [goOn]), stop]}
    >
      <SayCard kind={isUnheard ? 'error' : 'empty'} title={say.title} hint={t('message.record.kept')} />
      {children}
      {isUnheard ? (
        <GoButton label={stop} icon="stop" onPress={onStop} />
      ) : (
        <GoButton label={goOn} icon="microphone" onPress={onGoOn} />
      )}
      <div className="letterbox-row letterbox-foot">
        {isUnheard ? (
          <Pill picture="raising" label={t('child.raise.label')} onPress={raise} />
        ) : (
          <Pill icon="stop" label={stop} onPress={onStop} />
        )}
      </div>
    </LetterFrame>
  )
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
