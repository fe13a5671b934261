import './player.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { MessageKind } from '#contract/messages.ts'
import { SayCard, Loading } from '#ui/child/say.tsx'
import { Icon } from '#ui/icon.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useContent } from './use-content.ts'

export interface PlayerProps {
  readonly kind: MessageKind
  /** Address of the message. */
  readonly content: string
  /** What it is, in words. */
  readonly label: string
  /** Who is looked at while a voice is heard. */
  readonly face: ReactNode
  /** Plays as soon as it is there. */
  readonly auto: boolean
  /** It has begun to play, or is shown. */
  readonly onOpened?: () => void
}

/** A film, a voice or a drawing, large; a tap on it plays or stops it. */
export function Player({ kind, content, label, face, auto, onOpened }: PlayerProps) {
  const { t } = useWords()
  const got = useContent(content)
  if (got.at === 'waiting') return <Loading label={t('child.wait')} />
  if (got.at === 'broken') return <Broken />
  if (kind === 'drawing') return <Drawing address={got.address} label={label} onOpened={onOpened} />
  return (
    <Sounding kind={kind} address={got.address} label={label} face={face} auto={auto} onOpened={onOpened} />
  )
}

type PartProps = Pick<PlayerProps, 'label'> & {
  readonly address: string
  readonly onOpened: (() => void) | undefined
}

function Drawing({ address, label, onOpened }: PartProps) {
  const [broken, setBroken] = useState(false)
  if (broken) return <Broken />
  return (
    <img
      className="played drawn"
      src={address}
      alt={label}
      draggable={false}
      onLoad={onOpened}
      onError={() => setBroken(true)}
    />
  )
}

function Sounding({
  kind,
  address,
  label,
  face,
  auto,
  onOpened,
}: PartProps & Pick<PlayerProps, 'face' | 'auto'> & { readonly kind: 'voice' | 'video' }) {
  const { t } = useWords()
  const speaker = useSpeech()
  const media = useRef<HTMLVideoElement>(null)
  const [playing, setPlaying] = useState(false)
  const [broken, setBroken] = useState(false)
  const start = () => void media.current?.play().catch(() => setPlaying(false))
  useEffect(() => {
    if (auto) void media.current?.play().catch(() => setPlaying(false))
  }, [auto])
  if (broken) return <Broken />
  return (
    <button
      type="button"
      className={`played ${kind}${playing ? ' is-playing' : ''}`}
      aria-label={`${label}。${t(playing ? 'message.play.stop' : 'message.play.start')}`}
      onClick={() => (playing ? media.current?.pause() : start())}
    >
      {/* A voice is played by the same element, unseen. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what somebody just said has no captions */}
      <video
        ref={media}
        src={address}
        playsInline
        onPlay={() => {
          // Two voices at once are none.
          speaker.stop()
          setPlaying(true)
          onOpened?.()
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setBroken(true)}
      />
      {kind === 'voice' && face}
      <span className="play-strip">
        <span className="play-mark">
          <Icon name={playing ? 'pause' : 'play'} weight="fill" />
        </span>
        {kind === 'voice' && <Wave mark={address} />}
      </span>
    </button>
  )
}

function Broken() {
  const { t } = useWords()
  return <SayCard kind="error" title={t('message.play.broken')} hint={t('message.play.broken-hint')} />
}

const BARS = 24

/** Drawn from the address alone: it says “a voice”, not what is in it. */
function Wave({ mark }: { readonly mark: string }) {
  const heights = Array.from(
    { length: BARS },
    (_none, at) => 16 + ((mark.charCodeAt(mark.length - 1 - (at % mark.length)) * (at + 5)) % 84),
  )
  return (
    <svg className="wave" viewBox={`0 0 ${BARS * 14} 100`} aria-hidden="true">
      {heights.map((height, at) => (
        <rect key={`bar-${at * 14}`} x={at * 14 + 3} y={50 - height / 2} width="8" height={height} rx="4" />
      ))}
    </svg>
  )
}
