import type { LetterBox } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { SelfPicture } from '../../activities/call/self-picture.tsx'
import { useLevel } from '../../activities/call/use-level.ts'
import type { MediaNow } from '../../calls/keep-media.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { isUnheardBy } from '../recording/use-devices.ts'
import { isNearlyFull } from '../recording/way-rules.ts'
import { useRaiseHand } from '../warnings/raise-hand.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { RecordRests } from './record-rests.tsx'
import { TapeWay } from './tape-way.tsx'
import type { TapedKind } from './tape.ts'

/** What a recording is doing, as its page shows it. */
export type Taping = { readonly at: 'ready' | 'saving' } | Going

interface Going {
  readonly at: 'going'
  readonly passedMs: number
  readonly mostMs: number
  /** It rests since the microphone fell out, until the child goes on. */
  readonly rests: boolean
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

/** The page of a recording in each of its states. */
export function RecordView({
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
  const isUnheard = isUnheardBy(devices)
  const isSilent = devices?.microphone === 'microphone-silent'
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
  const silent = isSilent ? t('message.record.silent') : undefined
  const problems = [problem, silent, noCamera].filter((one) => one !== undefined)
  if (going?.rests)
    return (
      <RecordRests title={title} picture={picture} isUnheard={isUnheard} onGoOn={onGoOn} onStop={onStop}>
        <TapeWay passedMs={going.passedMs} mostMs={going.mostMs} />
      </RecordRests>
    )
  return (
    <LetterFrame
      picture={picture}
      title={title}
      hint={hintOf()}
      offers={going ? [] : [...problems, t('message.record.start'), t('message.go-back')]}
    >
      {problem && <SayCard kind="error" title={problem} hint={t('message.record.kept')} />}
      {silent && <SayCard kind="error" title={silent} hint={t('message.record.silent-hint')} />}
      {noCamera && !silent && (
        <SayCard
          kind="error"
          title={noCamera}
          hint={t(going ? 'message.record.camera-out-hint' : 'check.ask')}
        />
      )}
      {going && <TapeWay passedMs={going.passedMs} mostMs={going.mostMs} />}
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
