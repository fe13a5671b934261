import { Swallow, SwallowFlying } from '#ui/drawings/swallow.tsx'
import { useWords } from '../../../i18n/use-words.tsx'

/** Counting to three without a digit: swallows on a wire leave one by one, then the picture is taken. */
export function Swallows({ left, of }: { readonly left: number; readonly of: number }) {
  const { t } = useWords()
  return (
    <svg className="swallows" viewBox="0 0 360 120" role="img" aria-label={t('diary.photo.counting')}>
      <path d="M0 100Q180 112 360 100" fill="none" stroke="#fff" strokeWidth="6" />
      {Array.from({ length: of }, (_none, at) => (
        <g key={`swallow-${at * 120}`} transform={`translate(${60 + at * 120} 68)`}>
          {at < left ? (
            <Swallow scale={1.3} />
          ) : (
            <g className="leaves">
              <SwallowFlying scale={1.3} />
            </g>
          )}
        </g>
      ))}
    </svg>
  )
}
