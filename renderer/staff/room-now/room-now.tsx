import './room-now.css'
import { useEffect, useState } from 'react'
import { talkRoles } from '#contract/feelings.ts'
import type { StaffPerson } from '#contract/people.ts'
import { DeskHead, Notice, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget, useKnow } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { AsksPanel } from '../talks/asks-panel.tsx'
import { FeelingsPanel } from '../talks/feelings-panel.tsx'
import { TalksPanel } from '../talks/talks-panel.tsx'
import { DevicesOut } from './devices-out.tsx'
import { SeatCard } from './seat-card.tsx'
import { TodayPanel } from './today-panel.tsx'
import { TurnsPanel } from './turns-panel.tsx'

/** This seat as it is now (S2): who is at it, doing what, for how long. A diary shows nothing of itself. */
export default function RoomNow({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const session = useAnswer('sessions.current', undefined, { fresh: true })
  const look = useAnswer('room.look', undefined)
  const know = useKnow()
  const forget = useForget()
  useEvent('session.changed', (value) => {
    know('sessions.current', value)
    forget('usage.report', 'usage.sessions')
  })
  const mayRead = person.role !== 'volunteer'
  const mayListen = (talkRoles as readonly string[]).includes(person.role)
  return (
    <>
      <DeskHead title={t('console.page.room')} right={<Now />} />
      {session.waiting && <Waiting label={t('console.waiting')} />}
      {session.refusal && <Notice tone="bad" title={refusalWords(t, session.refusal)} />}
      <div className="room-now">
        <div className="room-now-column">
          {session.value !== undefined && (
            <SeatCard session={session.value} seat={look.value?.seat ?? 1} mayPause={mayRead} />
          )}
          <DevicesOut />
          {mayListen && <TalksPanel />}
          {mayListen && <FeelingsPanel />}
          {mayListen && <AsksPanel />}
          {mayRead && <TodayPanel />}
        </div>
        {mayRead && <TurnsPanel />}
      </div>
    </>
  )
}

/** Day and time, moved on every half minute. */
function Now() {
  const { language } = useWords()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options).format(now)
  const day = part({ weekday: 'long', month: 'long', day: 'numeric' }).replace(/日(?=星期)/, '日 ')
  return (
    <small>
      {day} {part({ hour: '2-digit', minute: '2-digit', hour12: false })}
    </small>
  )
}
