import { useState } from 'react'
import type { RightsLook, RightsRequest } from '#contract/rights.ts'
import { Button, Chip, Panel } from '#ui/staff.ts'
import { useKnownTime } from '../known-time.ts'
import { useWords } from '../words.ts'
import { EndCorrection } from './end-correction.tsx'

/** What was asked about the child and what came of it; a correction is ended here. */
export function RequestList({ look }: { readonly look: RightsLook }) {
  const { t } = useWords()
  const open = look.requests.filter(({ state }) => state === 'open')
  return (
    <Panel title={t('rights.done')}>
      {look.requests.length === 0 ? (
        <p className="rights-quiet">{t('rights.nothing-asked')}</p>
      ) : (
        <ul className="rights-requests">
          {look.requests.map((request) => (
            <li key={request.id}>
              <RequestLine childId={look.child.id} request={request} />
            </li>
          ))}
        </ul>
      )}
      <p className="rights-quiet">
        {t('rights.due')} {open.length === 0 && t('rights.nothing-due')}
      </p>
    </Panel>
  )
}

function RequestLine({ childId, request }: { readonly childId: string; readonly request: RightsRequest }) {
  const { t } = useWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  const [ending, end] = useState<'done' | 'refused'>()
  const { kind, state, wish, reason, changes, dueAt } = request
  const isOpen = state === 'open'
  return (
    <>
      <p>
        <b>{t(`rights.request.${kind}`)}</b>{' '}
        <Chip tone={isOpen ? 'care' : state === 'done' ? 'good' : 'note'}>{t(`rights.state.${state}`)}</Chip>
      </p>
      <small>
        {[day(request.askedAt), request.askedBy, t(`contacts.how.${request.how}`), request.staffName]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
      {wish !== '' && <q>{wish}</q>}
      {reason !== '' && <small>{reason}</small>}
      {changes.map(({ fact, before, after }) => (
        <small key={fact}>
          {t('rights.change', {
            fact: t(`rights.fact.${fact}`),
            before: before === '' ? t('rights.empty') : before,
            after: after === '' ? t('rights.empty') : after,
          })}
        </small>
      ))}
      {kind === 'correction' && state === 'done' && changes.length === 0 && (
        <small>{t('rights.nothing-changed')}</small>
      )}
      {isOpen && kind === 'correction' && (
        <>
          {dueAt !== null && <small>{t('rights.due-until', { day: day(dueAt) })}</small>}
          <div className="child-actions">
            <Button label={t('rights.correct-done')} icon="check" onPress={() => end('done')} />
            <Button label={t('rights.correct-refuse')} look="ghost" onPress={() => end('refused')} />
          </div>
        </>
      )}
      {ending && (
        <EndCorrection childId={childId} request={request} outcome={ending} onClose={() => end(undefined)} />
      )}
    </>
  )
}
