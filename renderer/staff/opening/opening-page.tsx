import './opening.css'
import { Button, Chip, DeskHead, Icon, Notice, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { Missing } from './missing.tsx'
import { OpenView } from './open-view.tsx'
import { OpeningForm } from './opening-form.tsx'
import { RecordPanel } from './record-panel.tsx'

/** Opening a child's diary in an emergency (D5): other ways first, then four steps, what is open, and the record of all. */
export function OpeningPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords()
  const forget = useForget()
  const look = useAnswer('openings.look', undefined, { fresh: true })
  const now = useAnswer('openings.now', undefined, { fresh: true })
  useEvent('openings.changed', () => forget('openings.now', 'openings.look', 'openings.record'))
  if (now.value) return <OpenView now={now.value} />
  const ready = (look.value?.partners.length ?? 0) > 0
  return (
    <>
      <DeskHead title={t('opening.title')} right={<Button label={t('opening.cancel')} onPress={onBack} />}>
        <Chip tone="bad">{t('opening.only-for')}</Chip>
      </DeskHead>
      <section className="panel opening-before">
        <Icon name="hand-waving" weight="fill" />
        <p>
          <b>{t('opening.before')}</b>
          {t('opening.before-hint')}
        </p>
      </section>
      {look.waiting && <Waiting label={t('console.waiting')} />}
      {look.refusal && <Notice tone="bad" title={refusalWords(t, look.refusal)} />}
      {look.value && !ready && <Missing look={look.value} />}
      {look.value && ready && <OpeningForm look={look.value} onLook={look.again} />}
      <RecordPanel />
    </>
  )
}
