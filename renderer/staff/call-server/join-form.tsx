import { useState } from 'react'
import type { ServerCard } from '#contract/calls.ts'
import type { Refusal } from '#contract/refusal.ts'
import { Button, Notice, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import type { Say } from '../words.ts'

interface JoinFormProps {
  readonly mayChange: boolean
  readonly onJoined: (card: ServerCard) => void
}

/** Not joined yet: the operator's line goes in here. */
export function JoinForm({ mayChange, onJoined }: JoinFormProps) {
  const { t } = useWords()
  const [line, setLine] = useState('')
  const join = useDo('calls.enrol', { done: onJoined, stale: ['contacts.family', 'contacts.overview'] })
  return (
    <form
      className="call-server-join"
      onSubmit={(event) => {
        event.preventDefault()
        if (line.trim() !== '' && !join.busy) join.go({ line })
      }}
    >
      <p>{t('call-server.none')}</p>
      {mayChange ? (
        <>
          <TextField
            label={t('call-server.line')}
            hint={t('call-server.line-hint')}
            value={line}
            onChange={(next) => {
              setLine(next)
              join.reset()
            }}
            maxLength={600}
            disabled={join.busy}
          />
          {join.refusal && <Notice tone="care" title={joiningWords(t, join.refusal)} />}
          <p className="call-server-deeds">
            <Button
              label={t('call-server.join')}
              look="main"
              icon="wifi-high"
              type="submit"
              busy={join.busy}
              disabled={line.trim() === ''}
            />
            {join.busy && <span role="status">{t('call-server.joining')}</span>}
          </p>
        </>
      ) : (
        <Notice tone="note" title={t('call-server.ask')} />
      )}
    </form>
  )
}

/** A server that is away has nothing of ours yet; the line stays good for another try. */
function joiningWords(t: Say, refusal: Refusal): string {
  return refusal.code === 'call-server-away' ? t('call-server.away-joining') : refusalWords(t, refusal)
}
