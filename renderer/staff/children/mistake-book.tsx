import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import type { MistakeRow } from '#contract/learning.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { MistakeSheet } from '../papers/mistake-sheet.tsx'
import { PaperActions } from '../papers/paper-actions.tsx'
import { Printed } from '../papers/printed.tsx'

/** The book of mistakes (错题本) of one child, of every activity, to print and do again on paper. */
export function MistakeBook({ child }: { readonly child: ChildRow }) {
  const { t } = useWords()
  const [opened, open] = useState(false)
  const book = useAnswer('learning.mistakesOf', { childId: child.id }, { when: opened, fresh: true })
  return (
    <section className="child-part">
      <h3>{t('children.mistakes')}</h3>
      {!opened && <Button label={t('children.mistakes-open')} icon="notebook" onPress={() => open(true)} />}
      {book.value?.length === 0 && <p>{t('children.mistakes-none')}</p>}
      {book.value && book.value.length > 0 && <Book child={child} rows={book.value} />}
      {book.refusal && <Notice tone="care" title={refusalWords(t, book.refusal)} />}
    </section>
  )
}

function Book({ child, rows }: { readonly child: ChildRow; readonly rows: readonly MistakeRow[] }) {
  const { t } = useWords()
  const ready = useActivityCatalogs('shelf', ...new Set(rows.map(({ activity }) => activity)))
  const day = useKnownTime({ dateStyle: 'medium' })
  if (!ready) return null
  return (
    <>
      <ul className="mistake-list">
        {rows.map(({ id, activity, ask, missedAt }) => (
          <li key={id}>
            <Printed activity={activity} parts={ask} />
            <small>{day(missedAt)}</small>
          </li>
        ))}
      </ul>
      <PaperActions about="mistakes" childId={child.id} />
      <MistakeSheet title={t('children.mistakes-title', { name: child.name })} rows={rows} />
    </>
  )
}
