import { useWords } from '../../i18n/use-words.tsx'
import { dotsFilled } from '../recording/way-rules.ts'

const DOTS = 12

/** How much was said, without a digit: dots that fill, as on the sun’s way. */
export function TapeWay({ passedMs, mostMs }: { readonly passedMs: number; readonly mostMs: number }) {
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
