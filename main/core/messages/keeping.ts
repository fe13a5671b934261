import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import type { MediaStore } from '../media/store.ts'
import type { PartFiles } from './part-files.ts'
import type { MessageRow, MessageStore } from './store.ts'

const DAY = 86_400_000

export interface KeepingParts {
  readonly store: MessageStore
  readonly files: PartFiles
  readonly media: Pick<MediaStore, 'remove'>
  readonly contacts: Pick<ContactsService, 'may'>
  readonly days: () => number
  readonly changed: (childId: string) => void
}

/** Erases messages for real: row, file and what was begun of it. */
export interface Keeping {
  erase(row: MessageRow): Promise<void>
  /** Erases one that waited to go up; what the server has of it is to go too. */
  takeBack(row: MessageRow): Promise<void>
  /** The file alone; the row says what became of the message. */
  eraseFile(hash: string | null): Promise<void>
  /** Those of relatives to whom no guardian agrees any more. */
  afterConsent(): Promise<void>
  /** Those whose time is over. By time that is certain, and by no other. */
  sweep(): Promise<void>
  /** Parts that belong to no row. */
  sweepParts(): Promise<void>
}

export function createKeeping({ clock, log }: Ground, parts: KeepingParts): Keeping {
  const { store, files, media, contacts, changed } = parts

  const eraseFile = async (hash: string | null): Promise<void> => {
    if (hash !== null && !store.isNamed(hash)) await media.remove('message', hash)
  }
  // The row first: a file that is left by a cut is swept, a row without its file would be a promise.
  const eraseFilesOf = async (row: MessageRow): Promise<void> => {
    await files.remove(row.id)
    await eraseFile(row.hash)
  }
  const erase = (row: MessageRow): Promise<void> => {
    store.remove(row.id)
    return eraseFilesOf(row)
  }

  return {
    erase,
    takeBack: (row) => {
      store.takeBack(row.id)
      return eraseFilesOf(row)
    },
    eraseFile,
    afterConsent: async () => {
      for (const pair of store.pairs()) {
        if (contacts.may(pair, 'messages')) continue
        const gone = store.all(pair)
        for (const row of gone) await erase(row)
        log.info('Messages were erased: nobody agrees to them any more', { count: gone.length })
        changed(pair.childId)
      }
    },
    sweep: async () => {
      const certain = clock.certain()
      store.countDays(certain)
      for (const row of store.doneBefore(certain - parts.days() * DAY)) {
        await erase(row)
        changed(row.childId)
      }
    },
    sweepParts: async () => {
      for (const name of await files.ids()) {
        const row = store.find(name.replace(/[.]new$/, ''))
        const isGrowing = row?.state === 'recording' || row?.state === 'coming'
        if (!isGrowing || name.endsWith('.new')) await files.remove(name)
      }
    },
  }
}
