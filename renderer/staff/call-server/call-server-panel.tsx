import './call-server.css'
import { Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget, useKnow } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { JoinForm } from './join-form.tsx'
import { JoinedServer } from './joined-server.tsx'

/** How often an open page asks whether the server is still there, ms. */
const EVERY_MS = 15_000

/** The call server of this seat: joined or not, and how it is. */
export function CallServerPanel({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useWords()
  const know = useKnow()
  const forget = useForget()
  const { value, refusal, waiting, again } = useAnswer('calls.server', undefined, {
    fresh: true,
    every: EVERY_MS,
  })
  useEvent('calls.serverState', () => forget('calls.server'))
  return (
    <Panel title={t('call-server.title')} inset className="call-server">
      {waiting && <Waiting label={t('call-server.looking')} />}
      {refusal && <Notice tone="bad" title={refusalWords(t, refusal)} />}
      {value?.state.at === 'none' && (
        <JoinForm mayChange={mayChange} onJoined={(card) => know('calls.server', card)} />
      )}
      {value && value.state.at !== 'none' && (
        <JoinedServer server={value} mayChange={mayChange} onAgain={again} />
      )}
    </Panel>
  )
}
