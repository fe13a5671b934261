import './talks.css'
import { useState } from 'react'
import type { Mood } from '#contract/feelings.ts'
import type { TalkNotice } from '#contract/talks.ts'
import { Button, Face, Notice, Panel, Picture } from '#ui/staff.ts'
import { useAnswer, useDo, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** Children who would like to talk to whoever is signed in (D6); nobody else sees them, and nothing stands here without them. */
export function TalksPanel() {
  const { t } = useWords()
  const forget = useForget()
  const mine = useAnswer('talks.mine', undefined, { fresh: true })
  useEvent('talks.changed', () => forget('talks.mine'))
  if (mine.refusal) return <Notice tone="bad" title={refusalWords(t, mine.refusal)} />
  if (!mine.value?.length) return null
  return (
    <Panel tone="warm" title={t('talks.title')} note={t('talks.private')}>
      <ul className="talks">
        {mine.value.map((notice) => (
          <Wish key={notice.id} notice={notice} />
        ))}
      </ul>
    </Panel>
  )
}

function Wish({ notice }: { readonly notice: TalkNotice }) {
  const { t, language } = useWords()
  const [mood, setMood] = useState<Mood | null>()
  const stale = { stale: ['talks.mine'] as const }
  const open = useDo('talks.open', { ...stale, done: (answer) => setMood(answer.mood) })
  const talked = useDo('talks.talked', stale)
  const which = { childId: notice.childId, id: notice.id }
  const day = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(notice.askedAt)
  const refusal = open.refusal ?? talked.refusal
  return (
    <li>
      <Face face={notice.face} size={40} />
      <p>
        <b>{notice.childName}</b>
        <small>
          {notice.classLabel} · {notice.clockWrong ? t('talks.clock-wrong') : t('talks.asked', { day })}
        </small>
      </p>
      <div className="talks-acts">
        {mood === undefined ? (
          <Button
            label={t(notice.received ? 'talks.look' : 'talks.receive')}
            look={notice.received ? 'ghost' : 'main'}
            busy={open.busy}
            onPress={() => open.go(which)}
          />
        ) : (
          <span className="talks-mood" role="status">
            {mood && <Picture name={mood} />}
            {t(mood ? `talk.mood.${mood}` : 'talks.no-mood')}
          </span>
        )}
        {notice.received && (
          <Button
            label={t('talks.talked')}
            icon="check"
            busy={talked.busy}
            onPress={() => talked.go(which)}
          />
        )}
      </div>
      {notice.passedOnFrom !== null && (
        <small className="talks-told">{t('talks.passed-on', { name: notice.passedOnFrom })}</small>
      )}
      {notice.hasLeft && <small className="talks-told">{t('talks.has-left')}</small>}
      {notice.step === 'help-line' && <small className="talks-told">{t('talks.help-line')}</small>}
      {notice.received && !notice.hasLeft && <small className="talks-told">{t('talks.told')}</small>}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </li>
  )
}
