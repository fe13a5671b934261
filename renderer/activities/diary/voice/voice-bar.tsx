import './voice.css'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { Icon } from '#ui/icon.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { barsOf } from './wave-rules.ts'

export interface VoiceBarProps {
  /** Address of the file; undefined where it is gone. */
  readonly address: string | undefined
  readonly seconds: number
  /** How loud it was; without them a level line shows how far it is. */
  readonly peaks?: readonly number[] | undefined
  /** What it is, in words. */
  readonly label: string
}

/** A voice note on a page: a tap on the button plays or stops it, one on the wave goes there. */
export function VoiceBar({ address, seconds, peaks, label }: VoiceBarProps) {
  const { t } = useWords()
  const speaker = useSpeech()
  const sound = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [done, setDone] = useState(0)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(() => setDone((sound.current?.currentTime ?? 0) / Math.max(1, seconds)), 200)
    return () => clearInterval(timer)
  }, [playing, seconds])
  const play = () => void sound.current?.play().catch(() => setPlaying(false))
  const seek = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const to = Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)))
    if (!sound.current) return
    sound.current.currentTime = to * seconds
    setDone(to)
    play()
  }
  if (address === undefined || broken)
    return (
      <p className="page-voice is-broken" role="status">
        {t('message.play.broken')}
      </p>
    )
  const bars = barsOf(peaks)
  return (
    <div className={`page-voice${playing ? ' is-playing' : ''}`}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a child just said has no captions */}
      <audio
        ref={sound}
        src={address}
        preload="metadata"
        onPlay={() => {
          // Two voices at once are none.
          speaker.stop()
          setPlaying(true)
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => {
          setPlaying(false)
          setDone(0)
        }}
        onError={() => setBroken(true)}
      />
      <button
        type="button"
        className="round"
        aria-label={`${label}。${t(playing ? 'message.play.stop' : 'message.play.start')}`}
        onClick={() => (playing ? sound.current?.pause() : play())}
      >
        <Icon name={playing ? 'pause' : 'play'} weight="fill" />
      </button>
      {/* The button does for keys and readers what a tap on the wave does. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- as said */}
      <svg
        className="wave"
        viewBox={`0 0 ${bars.length * 10} 40`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onClick={seek}
      >
        {bars.map((height, at) => (
          <rect
            key={`bar-${at * 10}`}
            x={at * 10 + 2}
            y={20 - height * 18}
            width="6"
            height={height * 36}
            rx="3"
            className={at < done * bars.length ? 'is-done' : undefined}
          />
        ))}
      </svg>
      <span>{t('diary.voice.seconds', { seconds })}</span>
    </div>
  )
}
