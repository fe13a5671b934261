import type { AlikeChild, ChildRow, FaceTile } from '#contract/children.ts'
import type { ClassRow, NameSound } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { SessionChild } from '#contract/sessions.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { pictureType } from '#core/media/picture-rules.ts'
import type { MediaStore } from '#core/media/store.ts'
import { createContactStore } from '../contacts/store.ts'
import { alikeChildren, isKnown, takeNumber } from './alike-children.ts'
import { localDay } from '#core/staff/check-rules.ts'
import { createAvatarChooser, type Avatar } from './avatar-rules.ts'
import { classFrom } from './class-rules.ts'
import { faceOf } from './face-of.ts'
import { createImportService, type ImportService, type ImportThreads } from './import-service.ts'
import { soundsOf } from './name-reading.ts'
import { createMerges, type Merges } from './merges.ts'
import { checkName } from './name-rules.ts'
import { numberFrom } from './number-rules.ts'
import { createPictures, type Pictures } from './pictures.ts'
import { plainCell } from './plain-cell-rules.ts'
import { checkReading } from './reading-rules.ts'
import { childSettings } from './settings.ts'
import { createChildStore, type ChildFacts, type ChildRecord } from './store.ts'

/** What staff type of a child. */
export interface TypedChild {
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  /** As typed; null: as the dictionary reads the name; left out: as it was, while the name stays. */
  readonly reading?: string | null | undefined
}

type Answered<T> = Result<T, Refusal>

/** The children of the room and their classes (H1, S3). */
export interface ChildrenService {
  /** By name, for the screen “who are you”. */
  faces(): readonly FaceTile[]
  /** Those that have children, first grade first. */
  classes(): readonly ClassRow[]
  list(): readonly ChildRow[]
  /** Who bears the number, exactly or but for what is easily lost, and who left the room under this name. */
  alike(child: TypedChild & { readonly id?: string | undefined }): readonly AlikeChild[]
  /**
   * Refuses with `child-known` where somebody bears the number or left under this name and number, and nobody decided: `new`
   * (the number is this child's from now on), or the id of the one who comes back.
   */
  add(child: TypedChild & { readonly decided?: string | undefined }): Answered<{ readonly id: string }>
  /** Refuses with `child-known` where another child bears the number and nobody said that it moves. */
  change(child: TypedChild & { readonly id: string; readonly decided?: 'moves' | undefined }): Answered<void>
  /** Off every list; what was done stays in the log. */
  remove(id: string): Answered<void>
  setAvatar(id: string, avatar: Avatar): Answered<void>
  /** A JPEG, PNG or WebP of at most 1 MB; null takes it away. */
  setPhoto(id: string, image: Uint8Array | null): Promise<Answered<void>>
  readonly pictures: Pictures
  readonly imports: ImportService
  readonly merges: Merges
  /** As a session shows the child; null for one who is not (any more) in the room. */
  sessionChild(id: string): SessionChild | null
  /** How the names of children in this text are said; of two that are written alike, that of `childId` comes first. */
  soundsIn(text: string, childId?: string): readonly NameSound[]
  /** 1 to 6; null where it is not known. */
  gradeOf(id: string): number | null
  /** Told when the list of faces or classes is not what it was; the answer ends it. */
  onChange(listener: () => void): () => void
  /** The rows are not what they were: somebody else changed them. */
  recheck(): void
  /** Told how far a class list has been written, 0 to 1. */
  onProgress(listener: (token: string, done: number) => void): () => void
}

export interface ChildrenParts {
  readonly media: Pick<MediaStore, 'keep'>
  /** Children who sit at another seat right now. */
  readonly elsewhere?: () => ReadonlySet<string>
  /** Children for whom somebody left a message. */
  readonly withMessage?: () => ReadonlySet<string>
  readonly importThreads?: ImportThreads
}

const LARGEST_PHOTO = 1_000_000

export function createChildrenService(ground: Ground, parts: ChildrenParts): ChildrenService {
  const { db, clock, newId, random, zoneOffset } = ground
  const store = createChildStore(db)
  const contacts = createContactStore(db)
  const merges = createMerges(ground, { store, contacts, elsewhere: parts.elsewhere })
  const listeners = new Set<() => void>()
  const progressListeners = new Set<(token: string, done: number) => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }

  /** Runs one change in a transaction, then tells of it. */
  const change = <T>(work: () => Answered<T>): Answered<T> => {
    const done = db.transaction(work)
    if (done.ok) changed()
    return done
  }
  const changeChild = (id: string, work: () => void): Answered<void> =>
    change(() => {
      if (!store.find(id)) return err(refuse('not-found'))
      work()
      return ok(undefined)
    })

  const factsOf = ({
    name: typed,
    classLabel,
    number,
    birthday,
    reading: typedReading,
  }: TypedChild): ChildFacts | undefined => {
    const name = checkName(typed)
    const listed = numberFrom(number ?? '')
    if (!name.ok || !listed.ok || plainCell(classLabel) === '') return undefined
    const reading =
      typeof typedReading === 'string' ? checkReading(typedReading, name.value) : ok(typedReading)
    if (!reading.ok) return undefined
    const now = clock.wall()
    const read = classFrom(classLabel, localDay(now, zoneOffset(now)))
    const known = read
      ? { label: read.label, grade: read.grade, number: read.classNumber }
      : { label: plainCell(classLabel), grade: 0, number: 0 }
    return {
      name: name.value,
      classId: store.classFor(known),
      number: listed.value,
      birthday,
      reading: reading.value,
    }
  }

  return {
    faces: () => {
      const elsewhere = parts.elsewhere?.()
      const withMessage = parts.withMessage?.()
      return store.all().map((child) => ({
        id: child.id,
        name: child.name,
        pinyin: child.pinyin,
        letter: child.letter,
        classId: child.classId ?? '',
        grade: child.grade,
        face: faceOf(child),
        elsewhere: elsewhere?.has(child.id) ?? false,
        message: withMessage?.has(child.id) ?? false,
      }))
    },
    classes: store.classes,
    list: () =>
      store.allWithSessions().map((child) => ({
        id: child.id,
        name: child.name,
        pinyin: child.pinyin,
        reading: child.reading,
        spelt: speltOf(child),
        classId: child.classId ?? '',
        classLabel: child.classLabel,
        number: child.number,
        birthday: child.birthday,
        face: faceOf(child),
        pictures: child.pictures !== null,
        lastSessionAt: child.lastKnown === 0 ? 'not-known' : child.lastSessionAt,
      })),
    alike: (typed) => {
      const name = checkName(typed.name)
      return name.ok ? alikeChildren(store, contacts, { ...typed, name: name.value }) : []
    },
    add: ({ decided, ...typed }) =>
      change(() => {
        const facts = factsOf(typed)
        if (!facts) return err(refuse('bad-input'))
        const former = decided === undefined || decided === 'new' ? undefined : store.findFormer(decided)
        if (decided !== undefined && decided !== 'new' && !former) return err(refuse('not-found'))
        if (decided === undefined && isKnown(store, facts)) return err(refuse('child-known'))
        takeNumber(store, facts.number, former?.id)
        if (former) {
          const [number, birthday] = [facts.number ?? former.number, facts.birthday ?? former.birthday]
          store.put(former.id, { ...facts, number, birthday })
          return ok({ id: former.id })
        }
        const id = newId()
        const avatars = createAvatarChooser(store.all(), random)
        store.add(id, facts, { createdAt: clock.now().at, avatars })
        return ok({ id })
      }),
    change: ({ id, decided, ...typed }) =>
      change(() => {
        const child = store.find(id)
        if (!child) return err(refuse('not-found'))
        const facts = factsOf(typed)
        if (!facts) return err(refuse('bad-input'))
        if (facts.number !== child.number) {
          const held = facts.number !== null && store.holders(facts.number).length > 0
          if (held && decided === undefined) return err(refuse('child-known'))
          takeNumber(store, facts.number, id)
        }
        store.put(id, facts)
        return ok(undefined)
      }),
    remove: (id) => changeChild(id, () => store.leave(id, clock.now().at)),
    setAvatar: (id, { animal, tone }) => changeChild(id, () => store.setAvatar(id, animal, tone)),
    setPhoto: async (id, image) => {
      if (!image) return changeChild(id, () => store.setPhoto(id, null))
      if (image.length > LARGEST_PHOTO) return err(refuse('file-too-large'))
      if (!pictureType(image)) return err(refuse('file-unreadable'))
      if (!store.find(id)) return err(refuse('not-found'))
      const kept = await parts.media.keep(image, 'photo')
      return kept.ok ? changeChild(id, () => store.setPhoto(id, kept.value)) : err(refuse(kept.error))
    },
    pictures: createPictures(store, ground),
    merges: {
      ...merges,
      merge: (...of) => change(() => merges.merge(...of)),
      tellApart: (...of) => change(() => merges.tellApart(...of)),
      unmerge: (...of) => change(() => merges.unmerge(...of)),
    },
    imports: createImportService(store, ground, {
      threads: parts.importThreads,
      onWritten: changed,
      onProgress: (token, done) => {
        for (const listener of progressListeners) listener(token, done)
      },
    }),
    sessionChild: (id) => {
      const child = store.find(id)
      return child
        ? {
            id,
            name: child.name,
            given: child.given,
            face: faceOf(child),
            grade: child.grade,
            settings: childSettings(db, id),
            ...(child.reading !== null && { sounds: soundsOf(child.name, child.reading) }),
          }
        : null
    },
    soundsIn: (text, childId) => {
      const plain = text.replaceAll('·', '')
      const holds = ({ name, given }: ChildRecord) =>
        [name, given].some((part) => plain.includes(part.replaceAll('·', '')))
      return store
        .all()
        .filter(holds)
        .toSorted((one, other) => Number(other.id === childId) - Number(one.id === childId))
        .flatMap(({ name, reading }) => soundsOf(name, reading))
        .filter((sound) => plain.includes(sound.text))
    },
    gradeOf: (id) => {
      const grade = store.find(id)?.grade ?? 0
      return grade >= 1 && grade <= 6 ? grade : null
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    recheck: changed,
    onProgress: (listener) => {
      progressListeners.add(listener)
      return () => void progressListeners.delete(listener)
    },
  }
}

/** The part of the key that a name is sorted by. */
const speltOf = ({ pinyin, sortKey }: ChildRecord): string =>
  pinyin === '' ? '' : (sortKey.split('\t')[1] ?? '')
