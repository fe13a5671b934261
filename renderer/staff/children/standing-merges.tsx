import { useState } from 'react'
import type { ChildMerge } from '#contract/children.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** What was merged, and how to take it apart again: said first what stays where. */
export function StandingMerges() {
  const { t } = useWords()
  const merges = useAnswer('children.merges', undefined)
  const [asked, ask] = useState<string>()
  const unmerge = useDo('children.unmerge', {
    stale: ['children.list', 'children.classes', 'children.merges', 'children.likelyPairs'],
    done: () => ask(undefined),
  })
  const day = useKnownTime({ dateStyle: 'medium' })
  const standing = merges.value ?? []
  if (standing.length === 0) return null
  const stays = ({ kept, gone, since }: ChildMerge) =>
    t('merge.apart-hint', {
      kept,
      gone,
      sessions: since.sessions,
      pages: since.pages,
      calls: since.calls,
      answers: since.answers,
    })
  return (
    <section className="merge-standing" aria-label={t('merge.standing')}>
      <h3>{t('merge.standing')}</h3>
      <ul>
        {standing.map((merge) => (
          <li key={merge.id}>
            <span>{t('merge.line', { day: day(merge.at), gone: merge.gone, kept: merge.kept })}</span>
            {asked === merge.id ? (
              <Button
                label={t('merge.apart-sure')}
                look="main"
                busy={unmerge.busy}
                onPress={() => unmerge.go({ id: merge.id })}
              />
            ) : (
              <Button label={t('merge.apart')} icon="arrow-counter-clockwise" onPress={() => ask(merge.id)} />
            )}
            {asked === merge.id && <Notice tone="note" title={stays(merge)} />}
          </li>
        ))}
      </ul>
      {unmerge.refusal && <Notice tone="bad" title={refusalWords(t, unmerge.refusal)} />}
    </section>
  )
}
