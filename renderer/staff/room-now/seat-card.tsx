import type { CSSProperties, ReactNode } from 'react'
import type { PlaceName, SessionNow } from '#contract/sessions.ts'
import { Button, Face, Icon, Notice, Panel, type IconName } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PhoneKeys } from './phone-keys.tsx'
import { useMinutesLeft } from './use-minutes-left.ts'

/** The door behind which each page lies gives its colour and its icon. */
const doings: Readonly<Record<PlaceName, { readonly door: string; readonly icon: IconName }>> = {
  home: { door: 'd-me', icon: 'house' },
  family: { door: 'd-call', icon: 'phone-call' },
  messages: { door: 'd-call', icon: 'chats-circle' },
  learn: { door: 'd-learn', icon: 'puzzle-piece' },
  activity: { door: 'd-learn', icon: 'puzzle-piece' },
  diary: { door: 'd-diary', icon: 'notebook' },
  'diary-page': { door: 'd-diary', icon: 'notebook' },
  me: { door: 'd-me', icon: 'smiley' },
  mood: { door: 'd-me', icon: 'smiley' },
  // That a child wants to talk is told to the adult who was chosen, and to nobody else.
  talk: { door: 'd-me', icon: 'smiley' },
  goodbye: { door: 'd-me', icon: 'hand-waving' },
}

interface SeatCardProps {
  readonly session: SessionNow | null
  readonly seat: number
  readonly mayPause: boolean
}

export function SeatCard({ session, seat, mayPause }: SeatCardProps) {
  const { t } = useWords()
  const number = <span className="num">{t('room-now.seat', { seat })}</span>
  if (!session) {
    return (
      <section className="panel seat empty">
        {number}
        <Icon name="monitor" weight="regular" />
        <p>{t('room-now.empty')}</p>
      </section>
    )
  }
  return <TakenSeat session={session} number={number} mayPause={mayPause} />
}

interface TakenSeatProps {
  readonly session: SessionNow
  readonly number: ReactNode
  readonly mayPause: boolean
}

function TakenSeat({ session, number, mayPause }: TakenSeatProps) {
  const { t } = useWords()
  const give = useDo('sessions.giveMinutes')
  const pause = useDo('sessions.pause')
  const end = useDo('sessions.endKindly')
  const left = useMinutesLeft(session)
  const { door, icon } = doings[session.place.name]
  const part = session.lengthMs > 0 ? Math.min(1, session.remainingMs / session.lengthMs) : 0
  const refusal = give.refusal ?? pause.refusal ?? end.refusal
  return (
    <Panel className={`seat ${door}`}>
      <div className="line1">
        <Face face={session.child.face} size={40} />
        <p>
          <b>{session.child.name}</b>
          <small>{session.child.grade > 0 ? t('room-now.grade', { grade: session.child.grade }) : ''}</small>
        </p>
        {number}
      </div>
      <p className="doing">
        <Icon name={icon} weight="fill" />
        {t(`room-now.doing.${session.place.name}`)}
        {door === 'd-diary' && <em>{t('room-now.private')}</em>}
      </p>
      <small>{session.paused ? t('room-now.paused') : t(`room-now.phase.${session.phase}`)}</small>
      <div className="foot">
        <div className="left">
          <b className={session.phase === 'open' ? undefined : 'soon'}>
            {session.resting ? t('room-now.resting') : t('room-now.left', { minutes: left })}
          </b>
          <span className="track">
            <i style={{ '--w': `${Math.round(part * 100)}%` } as CSSProperties} />
          </span>
        </div>
        <Button
          label={t('room-now.give')}
          icon="plus"
          busy={give.busy}
          onPress={() => give.go({ minutes: 5 })}
        />
        {mayPause && (
          <Button
            label={session.paused ? t('room-now.resume') : t('room-now.pause')}
            icon={session.paused ? 'play' : 'pause'}
            busy={pause.busy}
            onPress={() => pause.go({ paused: !session.paused })}
          />
        )}
        <Button label={t('room-now.end')} icon="hand-waving" busy={end.busy} onPress={() => end.go()} />
        {mayPause && session.place.name === 'family' && <PhoneKeys />}
      </div>
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </Panel>
  )
}
