import { useState } from 'react'
import { Button, Dialog, FilePicker, Notice, Progress } from '#ui/staff.ts'
import { useDo, useEvent } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useWords } from '../words.ts'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { chosenTwice, decisionsOf, restNew, type Choices } from './choice-rules.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportQuestions } from './import-questions.tsx'
import { readList } from './read-list.ts'

/** A class list comes in: choose it, see what it would do, say yes. Until then nothing changes. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, words } = useWords()
  const [done, setDone] = useState(0)
  const [chosen, setChosen] = useState<string>()
  const [problem, setProblem] = useState<'file-too-large' | 'file-unreadable'>()
  const [reading, setReading] = useState(false)
  const [placing, setPlacing] = useState(false)
  const [choices, setChoices] = useState<Choices>(new Map())
  const preview = useDo('children.previewImport')
  const apply = useDo('children.applyImport', { stale: ['children.list', 'children.classes'] })
  const stop = useDo('children.stopImport')
  const template = useDo('files.saveTemplate')
  useEvent('job.progress', (progress) => {
    if (progress.token === preview.value?.token) setDone(progress.done)
  })
  const take = async (file: File) => {
    setChosen(file.name)
    setProblem(undefined)
    setChoices(new Map())
    apply.reset()
    preview.reset()
    setReading(true)
    try {
      const list = await readList(file)
      if (list) preview.go({ file: list })
      else setProblem('file-too-large')
    } catch {
      // the stick was pulled out, or the file went away
      setProblem('file-unreadable')
    } finally {
      setReading(false)
    }
  }
  const plan = preview.value
  const questions = plan?.questions ?? []
  const decisions = decisionsOf(questions, choices)
  const decided = decisions.filter(({ choice }) => choice !== 'leave').length
  const changes = plan ? plan.create.length + plan.update.length + decided : 0
  const twice = chosenTwice(questions, choices).length > 0
  const refusal = apply.refusal ?? preview.refusal

  return (
    <Dialog
      open
      wide
      asking
      title={t('import.title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        apply.value ? (
          <Button label={t('papers.done')} look="main" onPress={onClose} />
        ) : (
          <>
            {apply.busy && plan && (
              <Button label={t('import.stop')} onPress={() => stop.go({ token: plan.token })} />
            )}
            <Button label={t('children.cancel')} disabled={apply.busy} onPress={onClose} />
            <Button
              label={plan ? t('import.apply', { count: changes }) : t('import.apply-none')}
              look="main"
              disabled={!plan || changes === 0 || twice}
              busy={apply.busy}
              onPress={() => plan && apply.go({ token: plan.token, decisions: [...decisions] })}
            />
          </>
        )
      }
    >
      {apply.value ? (
        <>
          <Notice
            tone="good"
            title={t('import.done', { created: apply.value.created, updated: apply.value.updated })}
          />
          {apply.value.skipped > 0 && (
            <Notice tone="care" title={t('import.skipped', { count: apply.value.skipped })} />
          )}
        </>
      ) : (
        <>
          <FilePicker
            title={chosen ?? t('import.choose')}
            hint={t('import.choose-hint')}
            label={t('import.file')}
            accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
            busy={reading || preview.busy || apply.busy}
            onFile={(file) => void take(file)}
          />
          <p className="child-actions">
            <Button label={t('import.template')} icon="download-simple" onPress={() => setPlacing(true)} />
          </p>
          {(reading || preview.busy) && <Progress label={t('import.reading')} />}
          {apply.busy && <Progress label={t('import.applying')} value={done} />}
          {plan && (
            <ImportPreview plan={plan}>
              {questions.length > 0 && (
                <ImportQuestions
                  key={plan?.token}
                  questions={questions}
                  choices={choices}
                  disabled={apply.busy}
                  onChoose={(line, choice) => setChoices(new Map(choices).set(line, choice))}
                  onAllNew={() => setChoices(restNew(questions, choices))}
                />
              )}
            </ImportPreview>
          )}
        </>
      )}
      {problem && <Notice tone="bad" title={t(`refusal.${problem}`)} />}
      {refusal && (
        <Notice
          tone="bad"
          title={
            // Why the file could not be read says more than that it could not.
            wordIfAny(words, `import.file-problem.${refusal.facts?.['problem']}`) ?? refusalWords(t, refusal)
          }
        />
      )}
      {placing && (
        <PlaceChoice
          title={t('import.template')}
          busy={template.busy}
          refusal={template.refusal}
          saved={template.value?.file}
          onPlace={(place) => template.go({ place })}
          onClose={() => {
            setPlacing(false)
            template.reset()
          }}
        />
      )}
    </Dialog>
  )
}
