import './voice-row.css'
import { useState } from 'react'
import { RoundButton } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Desk, DeskNow } from './desk.ts'
import { makers } from './makers.ts'

export interface VoiceRowProps {
  readonly desk: Desk
  readonly now: DeskNow
  /** Takes the row, for a note that grows in it. */
  readonly row: (row: HTMLDivElement | null) => void
}

/** So many stand side by side; of more, one at a time, so that there is a sheet above them however much was said. */
const MOST = 2

/** The voice notes of the sheet, in a row under it: each can be heard, and taken off. */
export function VoiceRow({ desk, now, row }: VoiceRowProps) {
  const { t } = useWords()
  const Note = makers.voiceNote
  const notes = (now.sheets[now.number]?.marks ?? []).filter(
    (mark) => mark.kind === 'item' && mark.thing.kind === 'voice',
  )
  const [turned, setTurned] = useState<{ readonly of: number; readonly to: number }>()
  const last = notes.length - 1
  // What was just said is the one that is shown.
  const at = turned?.of === notes.length ? Math.min(turned.to, last) : last
  const pages = notes.length > MOST ? notes.length : 1
  return (
    <div className="page-voices" ref={row}>
      {Note &&
        (pages > 1 ? notes.slice(at, at + 1) : notes).map((note) =>
          note.kind === 'item' && note.thing.kind === 'voice' ? (
            <div className="voice-note" key={note.id}>
              <Note
                address={desk.addressOf(note.thing.media)}
                seconds={note.thing.seconds}
                peaks={note.thing.peaks}
                label={t('diary.thing.voice')}
              />
              <RoundButton label={t('diary.held.gone')} icon="trash" onPress={() => desk.takeOff(note.id)} />
            </div>
          ) : null,
        )}
      {pages > 1 && (
        <Pager
          page={at}
          pages={pages}
          onPage={(to) => setTurned({ of: notes.length, to })}
          previousLabel={t('who.previous')}
          nextLabel={t('who.next')}
          label={t('who.page', { page: at + 1, pages })}
        />
      )}
    </div>
  )
}
