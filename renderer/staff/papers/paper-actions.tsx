import './papers.css'
import { useState } from 'react'
import type { InputOf } from '#contract/index.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PlaceChoice } from './place-choice.tsx'

/** Prints what stands in the page for paper, or saves it as a PDF on a stick; what it is about names the file. */
export function PaperActions(about: Omit<InputOf<'files.savePdf'>, 'place'>) {
  const { t } = useWords()
  const [placing, setPlacing] = useState(false)
  const print = useDo('files.print')
  const pdf = useDo('files.savePdf')
  return (
    <>
      <div className="paper-actions">
        <Button label={t('papers.print')} icon="printer" busy={print.busy} onPress={() => print.go()} />
        <Button label={t('papers.pdf')} icon="file-pdf" onPress={() => setPlacing(true)} />
      </div>
      {print.refusal && <Notice tone="care" title={refusalWords(t, print.refusal)} />}
      {placing && (
        <PlaceChoice
          title={t('papers.pdf')}
          busy={pdf.busy}
          refusal={pdf.refusal}
          saved={pdf.value?.file}
          onPlace={(place) => pdf.go({ place, ...about })}
          onClose={() => {
            setPlacing(false)
            pdf.reset()
          }}
        />
      )}
    </>
  )
}
