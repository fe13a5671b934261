import type { Shelf } from '#contract/learning.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'

/** Today's allowance of big toys in quarters; a used one is a dashed outline. Only native programs take blocks (H6). */
export function ToyBlocks({ toys: { quarters, used } }: { readonly toys: NonNullable<Shelf['toys']> }) {
  const { t } = useShelfWords()
  const left = Math.max(0, quarters - used)
  return (
    <svg
      className="blocks"
      viewBox={`0 0 ${quarters * 24} 22`}
      role="img"
      aria-label={t('blocks', { count: left })}
    >
      {Array.from({ length: quarters }, (_, index) => {
        const there = index < left
        return (
          <rect
            key={`block-${index}`}
            x={index * 24 + 2}
            y="2"
            width="19"
            height="18"
            rx="5"
            fill={there ? '#f6b73c' : 'none'}
            stroke={there ? '#bc7d10' : '#968269'}
            strokeWidth="2"
            {...(there ? {} : { strokeDasharray: '4 3' })}
          />
        )
      })}
    </svg>
  )
}
