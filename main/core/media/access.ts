import type { ReadableDb } from '#core/db/handles.ts'
import type { ChildKeys } from '#core/keys/child-keys.ts'
import { keyIdOf } from '#core/keys/seal.ts'
import type { DiaryMedia } from '#core/diary/media.ts'
import { namedMedia } from '#core/diary/media-store.ts'
import { placeOf } from '#core/diary/paper.ts'
import type { Readers, Viewer } from '#core/diary/readers.ts'
import { pictureType } from './picture-rules.ts'
import { mediaKinds, type MediaKind, type MediaStore, type SweptKind } from './store.ts'

export interface Picture {
  /** `image/png`, or what a message says it is. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface MediaAccess {
  /**
   * The picture behind `/media/<kind>/<hash>` for this viewer; undefined when there is none or it is not theirs to see,
   * without saying which. A child's photograph: the child's window and signed-in staff. A relative's: signed-in staff
   * and the child whose relative it is. A picture of a diary page: who may read that page now (`diary/readers.ts`). A message:
   * the child whose it is, in a session of their own, and nobody else, staff included (C12).
   */
  resolveMedia(kind: string, hash: string, viewer: Viewer): Promise<Picture | undefined>
  /** The pictures that rows name, for sweeping. */
  named(kind: SweptKind): ReadonlySet<string>
}

export interface MediaAccessParts {
  readonly keys: Pick<ChildKeys, 'forget' | 'ringOf'>
  readonly readers: Readers
  readonly pageMedia: Pick<DiaryMedia, 'find' | 'read'>
}

const isKind = (text: string): text is MediaKind => (mediaKinds as readonly string[]).includes(text)

export function createMediaAccess(
  db: ReadableDb,
  media: MediaStore,
  { keys, readers, pageMedia }: MediaAccessParts,
): MediaAccess {
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

  // Of a page that the viewer may read now, opened with the key of the child whose it is.
  const diaryPicture = async (hash: string, viewer: Viewer): Promise<Uint8Array | undefined> => {
    const pages = db.all<{ id: string }>('SELECT id FROM diary_page WHERE thumbnail = ?', [hash])
    const owner = pages.map(({ id }) => readers.mayRead(id, viewer)).find((one) => one !== undefined)
    const bytes = owner && (await media.read('diary', hash))
    if (!owner || !bytes) return undefined
    // One that an older version left is sealed a moment after the start.
    if (keyIdOf(bytes) === undefined) return bytes
    const ring = owner.ring ?? keys.ringOf(owner.childId)
    const opened = ring.openBytes(placeOf.thumbnail(owner.page), bytes)
    // No turn will end that the key is forgotten with.
    if (owner.by === 'given') keys.forget()
    return opened
  }

  // A voice or picture that lies on a page: whoever may read the page.
  const onPage = async (id: string, viewer: Viewer): Promise<Picture | undefined> => {
    const page = pageMedia.find(id)?.page
    const owner = page === undefined ? undefined : readers.mayRead(page, viewer)
    if (!owner) return undefined
    const opened = await pageMedia.read(id, owner.ring)
    if (owner.by === 'given') keys.forget()
    return opened
  }

  // A message between the child and the family, by the type that its row knows.
  const messageType = (hash: string, { window, childId }: Viewer): string | undefined =>
    window === 'pupil' && childId !== undefined
      ? db.get<{ type: string }>('SELECT type FROM message WHERE child_id = ? AND hash = ?', [childId, hash])
          ?.type
      : undefined

  return {
    resolveMedia: async (kind, hash, viewer) => {
      if (kind === 'page') return onPage(hash, viewer)
      if (!isKind(kind)) return undefined
      if (kind === 'message') {
        const type = messageType(hash, viewer)
        const bytes = type === undefined ? undefined : await media.read(kind, hash)
        return type !== undefined && bytes ? { type, bytes } : undefined
      }
      const bytes =
        kind === 'diary'
          ? await diaryPicture(hash, viewer)
          : mayPhoto(hash, viewer)
            ? await media.read(kind, hash)
            : undefined
      const type = bytes && pictureType(bytes)
      return bytes && type && { type, bytes }
    },
    named: (kind) => {
      if (kind === 'page') return namedMedia(db)
      const sql = {
        photo: `SELECT photo AS hash FROM child WHERE photo IS NOT NULL
          UNION SELECT photo FROM contact WHERE photo IS NOT NULL
          UNION SELECT json_extract(took, '$.photo[0]') FROM child_merge
            WHERE undone_at IS NULL AND json_extract(took, '$.photo[0]') IS NOT NULL`,
        diary: 'SELECT thumbnail AS hash FROM diary_page WHERE thumbnail IS NOT NULL',
        message: 'SELECT hash FROM message WHERE hash IS NOT NULL',
      }
      return new Set(db.all<{ hash: string }>(sql[kind]).map(({ hash }) => hash))
    },
  }
}
