import './talks.css'
import type { AskNotice } from '#contract/me.ts'
import { Button, Chip, Face, Notice, Panel } from '#ui/staff.ts'
import { useAnswer, useDo, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** What children asked about what is written down of them, each with the day by which there is an answer (D7, S11). */
export function AsksPanel() {
  const { t } = useWords()
  const forget = useForget()
  const asks = useAnswer('me.asks', undefined, { fresh: true })
  useEvent('me.asked', () => forget('me.asks'))
  if (asks.refusal) return <Notice tone="bad" title={refusalWords(t, asks.refusal)} />
  if (!asks.value?.length) return null
  return (
    <Panel title={t('asks.title')} note={t('asks.note')}>
      <ul className="told-rows">
        {asks.value.map((ask) => (
          <Ask key={ask.id} ask={ask} />
        ))}
      </ul>
    </Panel>
  )
}

function Ask({ ask }: { readonly ask: AskNotice }) {
  const { t, language } = useWords()
  const answered = useDo('me.answered', { stale: ['me.asks'] })
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${ask.due}T00:00:00Z`),
  )
  return (
    <li>
      <Face face={ask.face} size={40} />
      <p>
        <b>{ask.childName}</b>
        <small>
          {ask.classLabel} · {t(`asks.about.${ask.about}`)}
        </small>
      </p>
      <div className="talks-acts">
        <Chip {...(ask.overdue ? { tone: 'care' as const } : {})}>
          {t(ask.overdue ? 'asks.overdue' : 'asks.due', { day })}
        </Chip>
        <Button
          label={t('asks.done')}
          icon="check"
          busy={answered.busy}
          onPress={() => answered.go({ childId: ask.childId, id: ask.id })}
        />
      </div>
      {answered.refusal && <Notice tone="care" title={refusalWords(t, answered.refusal)} />}
    </li>
  )
}
