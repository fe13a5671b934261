import type { ImportPreview } from '#contract/children.ts'
import { Chip, Notice } from '#ui/staff.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useWords } from '../words.ts'
import { leftOut } from './import-sum-rules.ts'

/** How the lines of a list add up: each of them is new, changed, unchanged, a question or left out. */
export function ImportSums({ plan }: { readonly plan: ImportPreview }) {
  const { t } = useWords()
  const [asked, left] = [plan.questions.length, leftOut(plan).length]
  const parts = [
    { tone: 'good', words: t('import.create', { count: plan.create.length }) },
    { tone: 'note', words: t('import.update', { count: plan.update.length }) },
    { tone: undefined, words: t('import.unchanged', { count: plan.unchanged }) },
    ...(asked > 0 ? [{ tone: 'care', words: t('import.questions', { count: asked }) } as const] : []),
    ...(left > 0 ? [{ tone: 'care', words: t('import.left-out', { count: left }) } as const] : []),
  ] as const
  return (
    <p className="import-counts" aria-label={t('import.sums')} role="group">
      <b>{t('import.lines', { count: plan.lines })}</b>
      {parts.map(({ tone, words }, index) => (
        <span key={words}>
          {index === 0 ? '= ' : '+ '}
          <Chip {...(tone && { tone })}>{words}</Chip>
        </span>
      ))}
      <small>{t('import.read-as', { encoding: plan.encoding })}</small>
    </p>
  )
}

/** What was done with many lines alike: filled down, read by the year of entry, in blocks. */
export function ImportNotes({ plan }: { readonly plan: ImportPreview }) {
  const { t, words } = useWords()
  if (plan.notes.length === 0) return null
  return (
    <Notice tone="note" title={t('import.notes-title')}>
      <ul className="import-notes">
        {plan.notes.map(({ code, value, count }) => (
          <li key={`${code} ${value}`} className="wraps">
            {wordIfAny(words, `import.note.${code}`, { value, count }) ?? code}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
