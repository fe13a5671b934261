import './voice-row.css'
import { RoundButton } from '#ui/child/buttons.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Desk, DeskNow } from './desk.ts'
import { makers } from './makers.ts'

export interface VoiceRowProps {
  readonly desk: Desk
  readonly now: DeskNow
  /** Takes the row, for a note that grows in it. */
  readonly row: (row: HTMLDivElement | null) => void
}

/** The voice notes of the sheet, in a row under it: each can be heard, and taken off. */
export function VoiceRow({ desk, now, row }: VoiceRowProps) {
  const { t } = useWords()
  const Note = makers.voiceNote
  const notes = (now.sheets[now.number]?.marks ?? []).filter(
    (mark) => mark.kind === 'item' && mark.thing.kind === 'voice',
  )
  return (
    <div className="page-voices" ref={row}>
      {Note &&
        notes.map((note) =>
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
    </div>
  )
}
