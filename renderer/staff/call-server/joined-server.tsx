import type { ServerCard, ServerState } from '#contract/calls.ts'
import { Button, Chip, Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { LeaveServer } from './leave-server.tsx'

interface JoinedServerProps {
  readonly server: ServerCard
  readonly mayChange: boolean
  readonly onAgain: () => void
}

/** Joined: where, since when, and how the line is now. */
export function JoinedServer({ server, mayChange, onAgain }: JoinedServerProps) {
  const { t, language } = useWords()
  const { state, room, address, enrolledAt } = server
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <dl className="call-server-facts">
        <div>
          <dt>{t('call-server.state')}</dt>
          <dd>
            <StateChip state={state} />
          </dd>
        </div>
        <div>
          <dt>{t('call-server.room')}</dt>
          <dd>{room}</dd>
        </div>
        <div>
          <dt>{t('call-server.address')}</dt>
          <dd>{address}</dd>
        </div>
        {enrolledAt !== null && (
          <div>
            <dt>{t('call-server.since')}</dt>
            <dd>{since.format(enrolledAt)}</dd>
          </div>
        )}
      </dl>
      {state.at === 'away' && (
        <Notice
          tone={state.why === 'seat-revoked' ? 'bad' : 'care'}
          title={t(`refusal.${state.why}`)}
          action={<Button label={t('call-server.again')} onPress={onAgain} />}
        />
      )}
      {mayChange && (
        <p className="call-server-deeds">
          <LeaveServer />
        </p>
      )}
    </>
  )
}

const chips = {
  'call-server-away': 'wifi-slash',
  'call-server-clock': 'clock',
  'call-server-untrusted': 'warning',
  'seat-revoked': 'warning-diamond',
} as const

function StateChip({ state }: { readonly state: ServerState }) {
  const { t } = useWords()
  if (state.at === 'away')
    return (
      <Chip tone={state.why === 'seat-revoked' ? 'bad' : 'care'} icon={chips[state.why]}>
        {t(`call-server.state-of.${state.why}`)}
      </Chip>
    )
  return state.at === 'open' ? (
    <Chip tone="good" icon="check-circle">
      {t('call-server.state-of.open')}
    </Chip>
  ) : (
    <Chip tone="note">{t('call-server.looking')}</Chip>
  )
}
