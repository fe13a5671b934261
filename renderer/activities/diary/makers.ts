import type { ComponentType } from 'react'
import type { DiaryPage, Thing } from '#contract/diary.ts'
import { onDemand } from '../../pupil/on-demand.tsx'

export interface MakerProps {
  readonly page: DiaryPage
  /** How many more of these the page takes; 0: say so, and make none. */
  readonly room: number
  /** Where on the page what grows may be shown: the row under the sheet. */
  readonly live: Element | null
  /** It is kept: puts it down on the sheet. `address` is where its file is served. */
  readonly onMade: (thing: Thing, address: string) => void
  readonly onClose: () => void
}

export interface VoiceNoteProps {
  /** Address of the file; undefined where it is gone. */
  readonly address: string | undefined
  readonly seconds: number
  readonly peaks?: readonly number[] | undefined
  /** What it is, in words. */
  readonly label: string
}

interface Makers {
  /** In the drawer. */
  readonly voice?: ComponentType<MakerProps>
  /** A note in the row under the sheet. */
  readonly voiceNote?: ComponentType<VoiceNoteProps>
  /** On the whole screen. */
  readonly photo?: ComponentType<MakerProps>
}

/** What makes things with a device of the seat; a tool without a maker is not on the page. */
export const makers: Makers = {
  voice: onDemand<MakerProps>(async () => (await import('./voice/voice-drawer.tsx')).VoiceDrawer),
  voiceNote: onDemand<VoiceNoteProps>(async () => (await import('./voice/voice-bar.tsx')).VoiceBar),
  photo: onDemand<MakerProps>(async () => (await import('./photo/photo-page.tsx')).PhotoPage),
}
