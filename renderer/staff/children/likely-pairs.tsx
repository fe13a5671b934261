import type { ChildPair } from '#contract/children.ts'
import { Button, Chip, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** So many at once; the next come up as these are decided. */
const MOST = 5

interface LikelyPairsProps {
  readonly onLook: (pair: ChildPair) => void
}

const facts = ({ classLabel, number, birthday }: ChildPair['children'][number]) =>
  [classLabel, number, birthday].filter(Boolean).join(' · ')

/** Who may stand in the room twice: to look at side by side, or to say that they are two. */
export function LikelyPairs({ onLook }: LikelyPairsProps) {
  const { t } = useWords()
  const pairs = useAnswer('children.likelyPairs', undefined)
  const apart = useDo('children.tellApart', { stale: ['children.likelyPairs'] })
  if (!pairs.value) return null
  return (
    <section className="merge-standing" aria-label={t('merge.likely')}>
      <h3>{t('merge.likely')}</h3>
      {pairs.value.length === 0 && <p>{t('merge.likely-none')}</p>}
      <ul>
        {pairs.value.slice(0, MOST).map((pair) => {
          const [one, other] = pair.children
          return (
            <li key={`${one.id} ${other.id}`}>
              <span className="merge-pair">
                <b>{one.name}</b>{' '}
                {pair.why.map((why) => (
                  <Chip key={why}>{t(`merge.why.${why}`)}</Chip>
                ))}
                <small>{facts(one)}</small>
                <small>{facts(other)}</small>
              </span>
              <span className="child-actions">
                <Button
                  label={t('merge.two')}
                  busy={apart.busy}
                  onPress={() => apart.go({ one: one.id, other: other.id })}
                />
                <Button label={t('merge.look')} onPress={() => onLook(pair)} />
              </span>
            </li>
          )
        })}
      </ul>
      {pairs.value.length > MOST && <p>{t('merge.likely-more', { count: pairs.value.length - MOST })}</p>}
      {apart.refusal && <Notice tone="bad" title={refusalWords(t, apart.refusal)} />}
    </section>
  )
}
