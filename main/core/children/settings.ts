import type { ChildSettings } from '#contract/me.ts'
import { letterSizes, voices } from '#contract/me-choices.ts'
import type { ReadableDb, WritableDb } from '#core/db/handles.ts'

/** How a screen is for a child who never chose: read aloud, pinyin as the room has it, letters as they are drawn. */
export const firstChildSettings: ChildSettings = { voice: 'on', pinyin: null, letters: 'normal' }

interface Row {
  readonly voice: string | null
  readonly pinyin: number | null
  readonly letters: string | null
}

/** What cannot be read, as from a newer seat, is as at first. */
export function childSettings(db: ReadableDb, childId: string): ChildSettings {
  const row = db.get<Row>('SELECT voice, pinyin, letters FROM child_setting WHERE id = ?', [childId])
  return {
    voice: voices.find((one) => one === row?.voice) ?? firstChildSettings.voice,
    pinyin: row?.pinyin === 0 || row?.pinyin === 1 ? row.pinyin === 1 : firstChildSettings.pinyin,
    letters: letterSizes.find((one) => one === row?.letters) ?? firstChildSettings.letters,
  }
}

export function keepChildSettings(db: WritableDb, childId: string, settings: ChildSettings): void {
  db.shared.set('child_setting', childId, {
    child_id: childId,
    voice: settings.voice,
    pinyin: settings.pinyin === null ? null : Number(settings.pinyin),
    letters: settings.letters,
  })
}
