import './parts.css'
import type { ReactNode } from 'react'
import { GoButton, Pill, RoundButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useMute, useSpeech, useSpoken } from '#ui/speech.ts'
import { Beads, KeyPad, type KeyPadProps } from '#ui/child/sums.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { useFrame } from './frame.tsx'
import { useTold } from './use-told.ts'

export interface TitleLineProps {
  /** What the speaker reads; unless given, the title. */
  readonly speak?: string
  /** What is read stands nowhere on the page: it is shown while it is read, and lights up as everywhere. */
  readonly unseen?: boolean
  /** Off where the activity itself shows what is read. */
  readonly caption?: boolean
  /** What stands at the end; unless given, the beads of the round, where it has more than one exercise. */
  readonly end?: ReactNode
}

/** The title line of an activity: one step back, title, speaker, and at its end beads or one pill. */
export function TitleLine({ speak, unseen = false, caption = unseen, end }: TitleLineProps) {
  const { t } = useWords()
  const { title } = useFrame()
  const read = speak ?? title
  const speaker = useSpeech()
  const isMute = useMute()
  return (
    <div className="title-line">
      <BackToShelf />
      <h1>
        <SpokenText>{title}</SpokenText>
      </h1>
      {unseen && isMute ? (
        // No voice here: who can read sees the words, lit as slowly as they would be said.
        <RoundButton label={read} icon="info" weight="bold" onPress={() => speaker.speak(read)} />
      ) : (
        <Speak text={read} label={t('child.read', { text: read })} />
      )}
      <span className="title-end">
        {caption && <Caption text={read} />}
        {end ?? <RoundBeads />}
      </span>
    </div>
  )
}

/** What is being read, over the end of the title line; it is gone with the voice and takes no tap. */
function Caption({ text }: { readonly text: string }) {
  if (useSpoken(text) === undefined) return null
  return (
    <p className="title-caption" aria-hidden="true">
      <span>
        <SpokenText pinyin={false}>{text}</SpokenText>
      </span>
    </p>
  )
}

export function BackToShelf() {
  const { t } = useShelfWords()
  const go = useGo()
  const { round } = useFrame()
  return (
    <RoundButton
      className="back"
      label={t('frame.back')}
      icon="arrow-left"
      weight="bold"
      onPress={() => go('learn', round.subject)}
    />
  )
}

/** The beads of the round; nothing where it has only one exercise. */
export function RoundBeads() {
  const { t } = useShelfWords()
  const { round, stage } = useFrame()
  if (round.length === 1) return null
  const label = t('frame.bead', { now: round.now + 1, all: round.length })
  return <Beads of={round.length} at={round.now + (stage === 'right' ? 1 : 0)} label={label} />
}

export interface ToolsProps {
  /** What the speaker between the buttons reads: the question. Without it there is no speaker. */
  readonly speak?: string
  /** “换一题”; on unless false. */
  readonly swap?: boolean
  /** “告诉我”, for what is never shown by itself; off unless true. */
  readonly giveUp?: boolean
  /** More buttons of the activity's own, after the help. */
  readonly children?: ReactNode
}

/** The buttons under an exercise: help, its speaker, another one; after the answer was shown: the next. */
export function Tools({ speak, swap = true, giveUp = false, children }: ToolsProps) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const frame = useFrame()
  if (frame.stage === 'shown')
    return (
      <div className="line center exercise-tools">
        <GoButton label={s('frame.next')} icon="arrow-right" onPress={frame.goOn} />
      </div>
    )
  return (
    <div className="line center exercise-tools">
      <Pill picture="light-bulb" label={s('frame.help')} disabled={frame.busy} onPress={frame.help} />
      {children}
      {speak !== undefined && <Speak text={speak} label={t('child.read', { text: speak })} />}
      {giveUp && (
        <Pill
          icon="eye"
          weight="bold"
          label={s('frame.give-up')}
          disabled={frame.busy}
          onPress={frame.giveUp}
        />
      )}
      {swap && (
        <Pill
          icon="arrow-right"
          weight="bold"
          label={s('frame.swap')}
          disabled={frame.busy}
          onPress={frame.swap}
        />
      )}
    </div>
  )
}

/** What is said under the exercise, for eyes, ears and screen readers: after a wrong try, when the answer is shown, when main refuses. */
export function Says({ wrong, shown }: { readonly wrong?: string; readonly shown?: string }) {
  const { t } = useShelfWords()
  const why = useRefusalWords()
  const { stage, refusal } = useFrame()
  const words =
    stage === 'shown'
      ? (shown ?? t('frame.shown'))
      : refusal
        ? why(refusal)
        : stage === 'wrong'
          ? (wrong ?? t('frame.wrong'))
          : ''
  useTold(words)
  return (
    <p className="soft says" role="status">
      {words && <SpokenText pinyin={false}>{words}</SpokenText>}
    </p>
  )
}

type PadProps = Omit<KeyPadProps, 'label' | 'wipeLabel' | 'doneLabel' | 'point'> & {
  /** The decimal point is pressed, where the answers need one. */
  readonly onPoint?: () => void
}

/** The pad of digits with its words; Enter goes on where the answer is shown. */
export function Pad({ onPoint, onDone, doneDisabled = false, ...pad }: PadProps) {
  const { t } = useShelfWords()
  const { stage, busy, goOn } = useFrame()
  const over = stage === 'shown'
  return (
    <KeyPad
      {...pad}
      label={t('frame.pad')}
      wipeLabel={t('frame.wipe')}
      doneLabel={t('frame.done')}
      onDone={over ? goOn : onDone}
      doneDisabled={!over && (busy || doneDisabled || stage === 'wrong')}
      {...(onPoint ? { point: { label: t('frame.point'), onPress: onPoint } } : {})}
    />
  )
}

/** The layout of what is answered on a pad: the exercise on a card with its head, beads and tools, the pad beside it. */
export function CardAndPad({
  className = '',
  children,
  tools,
  pad,
}: {
  readonly className?: string
  readonly children: ReactNode
  readonly tools: ReactNode
  readonly pad: ReactNode
}) {
  const { title } = useFrame()
  return (
    <main className={`card-and-pad ${className}`.trim()}>
      <section className="card exercise">
        <div className="card-head">
          <BackToShelf />
          <h1 className="quiet">{title}</h1>
          <RoundBeads />
          <span />
        </div>
        {children}
        {tools}
      </section>
      {pad}
    </main>
  )
}

/** The layout of everything else: title line above, the exercise below, its tools under it. */
export function Board({
  className = '',
  children,
  tools,
  ...line
}: TitleLineProps & {
  readonly className?: string
  readonly children: ReactNode
  readonly tools?: ReactNode
}) {
  return (
    <main className={`board ${className}`.trim()}>
      <TitleLine {...line} />
      <div className="board-main">{children}</div>
      {tools}
    </main>
  )
}
