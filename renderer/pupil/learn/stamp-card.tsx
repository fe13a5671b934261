import type { Stamp } from '#contract/learning.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { useSpeech } from '#ui/speech.ts'
import { entryOf } from '../../activities/catalog.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { isToday, stampDay, useStampWords } from '../../i18n/stamp-words.ts'
import { pictureOf } from './subjects.tsx'

/** The three shapes of a stamp. */
const shapes = [
  <circle key="circle" cx="60" cy="60" r="52" />,
  <rect key="square" x="10" y="10" width="100" height="100" rx="26" />,
  <path key="hexagon" d="M60 6L107 33V87L60 114L13 87V33Z" strokeLinejoin="round" />,
] as const
/** Stamped by hand: each a little crooked. */
const tilts = [-6, 5, -4] as const

interface StampCardProps {
  readonly stamp: Stamp
  /** 0 to 2. */
  readonly shape: number
}

/** One stamp: picture, name, evidence, day; a tap reads it. Fresh on the day it was earned. */
export function StampCard({ stamp, shape }: StampCardProps) {
  const { t, language } = useShelfWords()
  const speaker = useSpeech()
  const { name, proof } = useStampWords(stamp)
  const today = isToday(stamp.at)
  const day = today ? t('passport.today') : stampDay(stamp.at, language)
  const text = [name, proof, day].filter((part) => part !== '').join(', ')
  const Drawn = entryOf(stamp.activity)?.Stamp
  return (
    <button type="button" className={today ? 'stamp fresh' : 'stamp'} onClick={() => speaker.speak(text)}>
      <span className="stamp-mark">
        <svg viewBox="0 0 120 120" aria-hidden="true">
          <g transform={`rotate(${tilts[shape] ?? 0} 60 60)`}>
            <g fill="#e5f4e5" stroke="#22693f" strokeWidth="6">
              {shapes[shape]}
            </g>
            <g
              fill="none"
              stroke="#22693f"
              strokeWidth="2.5"
              strokeDasharray="5 5"
              transform="translate(60 60) scale(.84) translate(-60 -60)"
            >
              {shapes[shape]}
            </g>
          </g>
        </svg>
        <i>{Drawn ? <Drawn stamp={stamp.stamp} /> : pictureOf(stamp.subject)}</i>
      </span>
      <span className="stamp-words">
        <b>
          <SpokenText spokenAs={text}>{name}</SpokenText>
        </b>
        <span className="proof">{proof}</span>
        {day !== '' && <span className="when">{day}</span>}
      </span>
    </button>
  )
}

/** Where the next one will be. */
export function EmptyStamp() {
  const { t } = useShelfWords()
  return (
    <p className="stamp empty">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle
          cx="60"
          cy="60"
          r="52"
          fill="#fbf3e2"
          stroke="#968269"
          strokeWidth="4"
          strokeDasharray="12 9"
        />
      </svg>
      <span>{t('passport.coming')}</span>
    </p>
  )
}
