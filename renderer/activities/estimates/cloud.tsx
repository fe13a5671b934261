import type { Group } from '#core/learning/estimates/task-rules.ts'
import { useEstimatesWords } from './words.ts'

/** Dots that are seen for a moment; helped, they stay, and each full group has a ring. */
export function Cloud({ groups, stays }: { readonly groups: readonly Group[]; readonly stays: boolean }) {
  const { t } = useEstimatesWords()
  const size = groups[0]?.length ?? 0
  return (
    <svg className="cloud" data-stays={stays} viewBox="-4 -4 408 158" role="img" aria-label={t('cloud')}>
      {groups.map((group, at) => (
        <g key={at}>
          {stays && group.length === size && <Ring group={group} />}
          {group.map(({ x, y }) => (
            <circle key={`${x} ${y}`} className="dot" cx={x * 4} cy={y * 1.5} r={size > 5 ? 5 : 8} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function Ring({ group }: { readonly group: Group }) {
  const [xs, ys] = [group.map(({ x }) => x * 4), group.map(({ y }) => y * 1.5)]
  const [left, top] = [Math.min(...xs) - 10, Math.min(...ys) - 10]
  return (
    <rect
      className="ring"
      x={left}
      y={top}
      width={Math.max(...xs) + 10 - left}
      height={Math.max(...ys) + 10 - top}
      rx="12"
    />
  )
}
