import { useWords } from '../../../i18n/use-words.tsx'
import { dotsFilled } from '../../../pupil/recording/way-rules.ts'

const DOTS = 12
/** Of the last two: time to come to an end. */
const NEARLY = DOTS - 2

/** How much was said, without a digit: twelve dots of ten seconds that fill, the last two in deep sun. */
export function LimitDots({ passedMs, mostMs }: { readonly passedMs: number; readonly mostMs: number }) {
  const { t } = useWords()
  const filled = dotsFilled(passedMs, mostMs, DOTS)
  return (
    <p
      className="voice-limit"
      role="img"
      aria-label={t(filled >= NEARLY ? 'diary.voice.nearly' : 'diary.voice.way')}
      data-filled={filled}
    >
      {Array.from({ length: DOTS }, (_none, at) => {
        const look = at < filled ? 'is-on' : at === filled ? 'is-now' : ''
        return <i key={`dot-${at}`} className={at >= NEARLY ? `${look} is-last` : look} />
      })}
    </p>
  )
}
