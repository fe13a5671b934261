import type { StaffPerson } from '#contract/people.ts'
import type { ReadableDb } from '#core/db/handles.ts'
import { pictureType, type PictureType } from './picture-rules.ts'
import { mediaKinds, type MediaKind, type MediaStore } from './store.ts'

/** Which window asks for a picture, and who main knows to sit there. */
export interface Viewer {
  readonly window: 'pupil' | 'staff'
  /** The child whose session runs. */
  readonly childId?: string
  /** The person signed in at the staff window. */
  readonly person?: StaffPerson
}

export interface Picture {
  readonly type: PictureType
  readonly bytes: Uint8Array
}

export interface MediaAccess {
  /**
   * The picture behind `/media/<kind>/<hash>` for this viewer; undefined when there is none or it is not theirs to see,
   * without saying which. A child's photograph: the child's window and signed-in staff. A relative's: signed-in staff
   * and the child whose relative it is. A diary page: the child whose it is, in a session of their own, and nobody else,
   * staff included (D3).
   */
  resolveMedia(kind: string, hash: string, viewer: Viewer): Promise<Picture | undefined>
  /** The pictures that rows name, for sweeping. */
  named(kind: MediaKind): ReadonlySet<string>
}

const isKind = (text: string): text is MediaKind => (mediaKinds as readonly string[]).includes(text)

export function createMediaAccess(db: ReadableDb, media: MediaStore): MediaAccess {
  const mayPhoto = (hash: string, viewer: Viewer): boolean => {
    if (viewer.window === 'staff' && viewer.person === undefined) return false
    const isChild = db.get('SELECT 1 FROM child WHERE photo = ? AND left_at IS NULL', [hash]) !== undefined
    return isChild || mayKin(hash, viewer)
  }

  // A relative's photograph: signed-in staff, and the child whose relative it is.
  const mayKin = (hash: string, { window, childId }: Viewer): boolean =>
    window === 'staff'
      ? db.get('SELECT 1 FROM contact WHERE photo = ?', [hash]) !== undefined
      : db.get('SELECT 1 FROM contact WHERE photo = ? AND child_id = ?', [hash, childId ?? '']) !== undefined

  const mayDiary = (hash: string, { window, childId }: Viewer): boolean =>
    window === 'pupil' &&
    childId !== undefined &&
    db.get('SELECT 1 FROM diary_page WHERE child_id = ? AND thumbnail = ?', [childId, hash]) !== undefined

  return {
    resolveMedia: async (kind, hash, viewer) => {
      if (!isKind(kind)) return undefined
      const may = kind === 'photo' ? mayPhoto(hash, viewer) : mayDiary(hash, viewer)
      const bytes = may ? await media.read(kind, hash) : undefined
      const type = bytes && pictureType(bytes)
      return bytes && type && { type, bytes }
    },
    named: (kind) => {
      const sql = {
        photo: `SELECT photo AS hash FROM child WHERE photo IS NOT NULL
          UNION SELECT photo FROM contact WHERE photo IS NOT NULL`,
        diary: 'SELECT thumbnail AS hash FROM diary_page WHERE thumbnail IS NOT NULL',
      }
      return new Set(db.all<{ hash: string }>(sql[kind]).map(({ hash }) => hash))
    },
  }
}
