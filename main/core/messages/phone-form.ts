import type { Ground } from '../kernel/ground.ts'
import { codeOf } from '../kernel/storage-problem.ts'
import type { MediaStore } from '../media/store.ts'
import type { PartFiles } from './part-files.ts'
import type { MessageRow, MessageStore } from './store.ts'
import type { TranscodeInput } from './transcode.ts'

export interface PhoneFormParts {
  readonly store: MessageStore
  readonly files: PartFiles
  readonly media: Pick<MediaStore, 'adopt' | 'path'>
  readonly eraseFile: (hash: string | null) => Promise<void>
  /** Away from main's own thread: a minute of film takes seconds on a donated PC. */
  readonly transcode: (input: TranscodeInput) => Promise<boolean>
}

/**
 * Gives a recording that is to go out the form that every phone plays. What cannot be changed goes as it is: most phones
 * play that too, and a message that never goes comforts nobody.
 */
export function createPhoneForm({ log }: Pick<Ground, 'log'>, parts: PhoneFormParts) {
  const { store, files, media, eraseFile, transcode } = parts
  /** Those that go as they are; asked once in a run of the program. */
  const asTheyAre = new Set<string>()

  const made = async (row: MessageRow & { readonly hash: string }): Promise<MessageRow | undefined> => {
    const aside = `${row.id}.new`
    try {
      const input = { source: media.path('message', row.hash), target: files.path(aside) }
      if (!(await transcode(input))) return undefined
      const size = await files.size(aside)
      // Thrown away in the meantime, by the child or by a guardian.
      if (store.find(row.id)?.state !== 'waiting') return row
      const kept = await media.adopt(files.path(aside), 'message')
      if (!kept.ok) return undefined
      const type = row.kind === 'video' ? 'video/mp4' : 'audio/mp4'
      store.setForm(row.id, { type, size, hash: kept.value })
      await eraseFile(row.hash)
      return store.find(row.id)
    } catch (error) {
      log.warn('A message goes out as it was recorded', { kind: row.kind, code: codeOf(error) })
      return undefined
    } finally {
      await files.remove(aside).catch(() => undefined)
    }
  }

  return async (row: MessageRow): Promise<MessageRow> => {
    const { id, hash, type } = row
    if (hash === null || !type.endsWith('/webm') || asTheyAre.has(id)) return row
    const inForm = await made({ ...row, hash })
    if (!inForm) asTheyAre.add(id)
    return inForm ?? row
  }
}
