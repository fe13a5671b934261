import './room-now.css'
import { useState } from 'react'
import type { StaffPerson } from '#contract/people.ts'
import { DeskHead } from '#ui/staff.ts'
import { useAnswer, useEvent, useKnow } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { SeatCard } from './seat-card.tsx'
import { TodayPanel } from './today-panel.tsx'

/** This seat as it is now (S2): who is at it, doing what, for how long. A diary shows nothing of itself. */
export default function RoomNow({ person }: { readonly person: StaffPerson }) {
  const { t, language } = useWords()
  const session = useAnswer('sessions.current', undefined, { fresh: true })
  const look = useAnswer('room.look', undefined)
  const know = useKnow()
  useEvent('session.changed', (value) => know('sessions.current', value))
  const [now] = useState(() => new Date())
  const today = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long' })
  return (
    <main className="desk">
      <DeskHead title={t('console.page.room')} right={<small>{today.format(now)}</small>} />
      <div className="room-now">
        {session.value !== undefined && (
          <SeatCard
            session={session.value}
            seat={look.value?.seat ?? 1}
            mayPause={person.role !== 'volunteer'}
          />
        )}
        {person.role !== 'volunteer' && <TodayPanel />}
      </div>
    </main>
  )
}
