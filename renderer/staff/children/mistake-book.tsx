import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { sumText } from './sum-text-rules.ts'

/** The book of mistakes (错题本) of one child, to print and do again on paper. */
export function MistakeBook({ child }: { readonly child: ChildRow }) {
  const { t, language } = useWords()
  const [opened, open] = useState(false)
  const [placing, setPlacing] = useState(false)
  const book = useAnswer('sums.mistakesOf', { childId: child.id }, { when: opened, fresh: true })
  const print = useDo('files.print')
  const pdf = useDo('files.savePdf')
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const refusal = book.refusal ?? print.refusal
  return (
    <section className="child-part">
      <h3>{t('children.mistakes')}</h3>
      {!opened && <Button label={t('children.mistakes-open')} icon="notebook" onPress={() => open(true)} />}
      {book.value?.length === 0 && <p>{t('children.mistakes-none')}</p>}
      {book.value && book.value.length > 0 && (
        <>
          <ul className="mistake-list">
            {book.value.map((mistake) => (
              <li key={mistake.id}>
                <b>{sumText(mistake)}</b>
                <small>{day.format(mistake.missedAt)}</small>
              </li>
            ))}
          </ul>
          <div className="child-actions">
            <Button label={t('papers.print')} icon="printer" busy={print.busy} onPress={() => print.go()} />
            <Button label={t('papers.pdf')} icon="file-pdf" onPress={() => setPlacing(true)} />
          </div>
          <PrintSheet title={t('children.mistakes-title', { name: child.name })}>
            <table>
              <thead>
                <tr>
                  <th>{t('children.mistakes-sum')}</th>
                  <th>{t('children.mistakes-space')}</th>
                  <th>{t('children.mistakes-day')}</th>
                </tr>
              </thead>
              <tbody>
                {book.value.map((mistake) => (
                  <tr key={mistake.id}>
                    <td>{sumText(mistake)}</td>
                    <td>{'\u00A0'}</td>
                    <td>{day.format(mistake.missedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </PrintSheet>
        </>
      )}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
      {placing && (
        <PlaceChoice
          title={t('papers.pdf')}
          busy={pdf.busy}
          refusal={pdf.refusal}
          saved={pdf.value?.file}
          onPlace={(place) => pdf.go({ place, about: 'mistakes', childId: child.id })}
          onClose={() => {
            setPlacing(false)
            pdf.reset()
          }}
        />
      )}
    </section>
  )
}
