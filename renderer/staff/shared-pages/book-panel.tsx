import { useState } from 'react'
import { Button, Face, Notice, Panel } from '#ui/staff.ts'
import { useAnswer, useDo, useEvent, useForget } from '../../api/query.tsx'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** A child at this seat would like its year book printed: on paper or on a stick, and only while the child sits there. */
export function BookPanel() {
  const { t } = useWords()
  const forget = useForget()
  const [placing, setPlacing] = useState(false)
  const wish = useAnswer('yearBook.wish', undefined, { fresh: true })
  useEvent('yearBook.changed', () => forget('yearBook.wish'))
  const [printed, setPrinted] = useState(false)
  const print = useDo('yearBook.print', { done: () => setPrinted(true) })
  const save = useDo('yearBook.save')
  const book = wish.value
  if (!book) return null
  const { childId } = book
  return (
    <Panel tone="warm" title={t('shared-pages.book.title', { name: book.childName })} inset>
      <div className="shared-book">
        <Face face={book.face} size={48} />
        <p>
          {t('shared-pages.book.note', { leaves: book.leaves })}
          {book.leaves > 10 && ` ${t('shared-pages.book.thick')}`}
        </p>
        <Button
          label={t('shared-pages.book.print')}
          icon="printer"
          look="main"
          busy={print.busy}
          onPress={() => print.go({ childId })}
        />
        <Button label={t('shared-pages.book.save')} icon="hard-drives" onPress={() => setPlacing(true)} />
      </div>
      {printed && <Notice tone="good" title={t('shared-pages.book.printed')} />}
      {print.refusal && <Notice tone="care" title={refusalWords(t, print.refusal)} />}
      {placing && (
        <PlaceChoice
          title={t('shared-pages.book.save')}
          only="usb"
          busy={save.busy}
          refusal={save.refusal}
          saved={save.value?.file}
          onPlace={(place) => save.go({ childId, place })}
          onClose={() => {
            setPlacing(false)
            save.reset()
          }}
        />
      )}
    </Panel>
  )
}
