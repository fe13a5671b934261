import { join } from 'node:path'
import { createAudit, type Audit } from '#core/audit/audit.ts'
import { createServerSeat } from '#core/calls/server-seat.ts'
import { createCallsService, type CallsService } from '#core/calls/service.ts'
import { createChildrenService, type ChildrenService } from '#core/children/service.ts'
import { createContactsService, type ContactsService } from '#core/contacts/service.ts'
import { createDiaryMedia, type DiaryMedia } from '#core/diary/media.ts'
import { createMediaFiles } from '#core/diary/media-files.ts'
import { createAlbumService, type AlbumService } from '#core/diary/album.ts'
import { createBookWishes, type BookWishes } from '#core/diary/book-wish.ts'
import { createReaders, type Readers } from '#core/diary/readers.ts'
import { createDiaryService, type DiaryService } from '#core/diary/service.ts'
import { createFeelingsService, type FeelingsService } from '#core/feelings/service.ts'
import { createFilesService, type FilesService } from '#core/files/service.ts'
import type { Stick } from '#core/files/places.ts'
import { createSharesService, type SharesService } from '#core/diary/shares.ts'
import { createHealth, type HealthService, type MachineTells } from '#core/health/service.ts'
import type { Ground } from '#core/kernel/ground.ts'
import type { InTurn } from '#core/kernel/in-turn.ts'
import { createCardMaker } from '#core/provisioning/make-card.ts'
import { createOutside, outsideReading, type OutsideService } from '#core/outside/service.ts'
import { createChildKeys, type ChildKeys } from '#core/keys/child-keys.ts'
import { createEscrow, type Escrow } from '#core/keys/escrow.ts'
import { backupAnchors } from '#core/openings/backup-anchors.ts'
import type { AnchorKeeper } from '#core/openings/chain.ts'
import { createOpeningsService, type OpeningsService } from '#core/openings/service.ts'
import { keyFiles } from '#core/keys/key-files.ts'
import { rescueFile } from '#core/keys/rescue-file.ts'
import { createRescue, type Rescue } from '#core/keys/rescue.ts'
import type { Key } from '#core/keys/seal.ts'
import { settleKeys } from '#core/keys/settle-keys.ts'
import { createWrapping } from '#core/keys/wrapping.ts'
import type { LearningService } from '#core/learning/service.ts'
import { isToy } from '#core/learning/toy-rules.ts'
import { createMeService, type MeService } from '#core/me/service.ts'
import { createMediaAccess, type MediaAccess } from '#core/media/access.ts'
import { mediaAddress } from '#core/media/address-rules.ts'
import { createMediaStore } from '#core/media/store.ts'
import { createMessagesService, type MessagesService } from '#core/messages/service.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { createSeatDevices, type SeatDevices } from '#core/room/seat-devices.ts'
import type { ErasedList } from '#core/rights/erased-list.ts'
import { createErasures, type Erasures } from '#core/rights/erasures.ts'
import { createRightsService, type RightsService } from '#core/rights/service.ts'
import { createTries } from '#core/messages/tries.ts'
import { backupsIn } from '#core/backup/files.ts'
import { createRoomService, type RoomService } from '#core/room/service.ts'
import { thisMachine } from '#core/sessions/machine.ts'
import { createSessionsService, type SessionsService } from '#core/sessions/service.ts'
import { createSetupService, type SetupService } from '#core/setup/service.ts'
import { createPinHash } from '#core/staff/pin-hash.ts'
import { createStaffService, type StaffService } from '#core/staff/service.ts'
import { createTalksService, type TalksService } from '#core/talks/service.ts'
import type { SeatSide } from '#core/updates/seat-side.ts'
import { createUpdates, type UpdatesService } from '#core/updates/service.ts'
import { createUsageService, type UsageService } from '#core/usage/service.ts'
import type { RoomFiles } from './room-files.ts'
import type { RunJob } from './run-job.ts'

export interface ServicesParts {
  readonly files: RoomFiles
  /** Who was erased, whatever the database says. */
  readonly erased: ErasedList
  /** This seat's, which the children's keys are wrapped by. */
  readonly secret: Key
  readonly example: boolean
  readonly examplePin: string | null
  readonly version: string
  /** UTC milliseconds. */
  readonly builtAt: number
  /** What only the shell knows of the machine; without it lamps say that nobody asked. */
  readonly machine?: MachineTells | undefined
  /** The seat's own documents, for files that staff take along. */
  readonly documents: string
  /** Removable drives, where the system has another way to tell than Linux. */
  readonly sticks?: (() => Promise<readonly Stick[]>) | undefined
  /** Who lays updates on; the system's own unless handed in. */
  readonly seatSide: SeatSide
  readonly runJob: RunJob
  /** For what copies the database. */
  readonly inTurn: InTurn
  /** The call server's time (UTC ms), as a second witness of the clock. */
  readonly witness: (at: number) => void
  /** Where the end of the record of openings is kept outside the database. */
  readonly openingsAnchor: AnchorKeeper
}

/** One of each; who needs whom is written here and nowhere else. */
export interface Services {
  readonly album: AlbumService
  readonly audit: Audit
  readonly bookWishes: BookWishes
  readonly calls: CallsService
  readonly children: ChildrenService
  readonly contacts: ContactsService
  readonly devices: SeatDevices
  readonly diary: DiaryService
  readonly diaryMedia: DiaryMedia
  readonly escrow: Escrow
  readonly openings: OpeningsService
  readonly feelings: FeelingsService
  readonly files: FilesService
  readonly health: HealthService
  readonly keys: ChildKeys
  /** With the rules and data of all activities, which are read from disk when it is first asked for. */
  readonly learning: () => Promise<LearningService>
  readonly me: MeService
  readonly media: MediaAccess
  readonly messages: MessagesService
  readonly outside: OutsideService
  readonly makeCard: ReturnType<typeof createCardMaker>
  readonly readers: Readers
  readonly rescue: Rescue
  readonly rights: RightsService
  readonly erasures: Erasures
  readonly room: RoomService
  readonly sessions: SessionsService
  readonly setup: SetupService
  readonly shares: SharesService
  readonly staff: StaffService
  readonly talks: TalksService
  readonly updates: UpdatesService
  readonly usage: UsageService
  /** Removes pictures that no row names any more; how many went. */
  readonly sweepMedia: () => Promise<number>
}

export function createServices(ground: Ground, parts: ServicesParts): Services {
  const { db, clock, log, seat } = ground
  const { example, examplePin, version, documents, sticks, runJob } = parts
  const path = parts.files.database
  const mediaStore = createMediaStore({ root: parts.files.media, clock, log })
  const files = keyFiles(parts.files.childKeys)
  const wrapping = createWrapping(parts.secret, files, log)
  const rescue = createRescue(ground, {
    wrapping,
    file: rescueFile(parts.files.rescue),
    isErased: (id) => parts.erased.ids().has(id),
  })
  settleKeys(ground, parts.files.keys, { files, wrapping, rescue })
  // One of it: two derivations at once would take a quarter of a GB.
  const pinHash = createPinHash()
  const escrow = createEscrow(ground, {
    secret: parts.secret,
    wrapping,
    pinHash,
    people: () => staff.people(),
  })
  const keys = createChildKeys(ground, { wrapping, rescue, escrow })
  const readers = createReaders(db, [(page, viewer) => openings.ringFor(page, viewer)])
  const diaryMedia = createDiaryMedia(ground, {
    keys,
    files: createMediaFiles(parts.files.pageMedia),
    mediaAddress: (id) => mediaAddress('page', id),
  })
  const media = createMediaAccess(db, mediaStore, { keys, readers, pageMedia: diaryMedia })
  const room = createRoomService(ground, { example, examplePin, version })
  const staff: StaffService = createStaffService(ground, {
    idleMs: () => room.settings().idleMinutes * 60_000,
    pinHash,
    rescue,
    escrow,
  })
  const openings: OpeningsService = createOpeningsService(ground, {
    escrow,
    staff,
    read: (...asked) => diary.read(...asked),
    anchor: parts.openingsAnchor,
    inBackups: backupAnchors(parts.files.backups, seat, log),
    onHeard: (childId) => sessions.renewed(childId),
  })
  const usage = createUsageService(ground)
  const children = createChildrenService(ground, {
    media: mediaStore,
    withMessage: () => messages.childrenWithUnseen(),
    importThreads: {
      preview: (input) => runJob('previewImport', input),
      apply: (lines, wishes) => runJob('applyImport', { path, seat, lines, now: clock.now() }, wishes),
    },
  })
  const callServer = createServerSeat(
    ground,
    () => {
      const look = room.look()
      return `${look.room} ${look.seat}`.trim().slice(0, 60)
    },
    parts.witness,
  )
  const contacts = createContactsService(ground, {
    media: mediaStore,
    school: () => room.settings().school,
    link: () => callServer.link(),
  })
  // Names, faces and class lists are part of what is published.
  children.onChange(() => contacts.recheck())
  const feelings = createFeelingsService(ground, { people: () => staff.people(), keys })
  const talks = createTalksService(ground, {
    people: () => staff.people(),
    family: (childId) => contacts.kin(childId),
    keys,
    goesOnAfter: () => room.settings().talkMinutes * 60_000,
  })
  const sessions = createSessionsService(ground, {
    // What became of a wish comes before anything else; its page asks how the child feels, too.
    firstPlace: (childId) =>
      talks.hasNews(childId)
        ? { name: 'talk', page: 'news' }
        : { name: feelings.asksAtDoor(childId) ? 'mood' : 'home' },
    usage,
    checkPictures: (childId, tapped) => children.pictures.check(childId, tapped),
    sessionChild: (id) => {
      const child = children.sessionChild(id)
      return child && openings.isUntold(id) ? { ...child, isUntold: true } : child
    },
    settings: () => room.settings(),
    isToy,
    machine: thisMachine(),
  })
  const messages = createMessagesService(ground, {
    server: callServer,
    contacts,
    sessions,
    media: mediaStore,
    transcode: (input) => runJob('transcode', input),
    keys,
    parts: parts.files.messageParts,
    days: () => room.settings().messageDays,
    isCalling: () => calls.isCalling(),
  })
  const calls: CallsService = createCallsService(ground, {
    server: callServer,
    contacts,
    sessions,
    usage,
    unseen: (childId) => messages.unseen(childId),
  })
  const diary = createDiaryService(ground, {
    usage,
    keys,
    media: mediaStore,
    mediaAddress: (hash) => mediaAddress('diary', hash),
    pageMedia: diaryMedia,
  })
  let learning: Promise<LearningService> | undefined
  const openLearning = async () => {
    const { createLearningService } = await import('#core/learning/service.ts')
    return createLearningService(ground, {
      usage,
      gradeOf: (id) => children.gradeOf(id),
      gameMinutes: () => room.settings().gameMinutes,
    })
  }
  const shares = createSharesService(ground, {
    readers,
    diary,
    keys,
    contacts,
    post: messages.pages,
    people: () => staff.people(),
    away: () => ['away', 'none'].includes(callServer.state().at),
    voice: async (id) => {
      const voice = await diaryMedia.read(id)
      if (voice?.type !== 'audio/webm') return voice?.bytes
      // As it was recorded where it cannot be changed: most phones play that, too.
      return (await runJob('transcodeInMemory', voice.bytes).catch(() => null)) ?? voice.bytes
    },
  })
  const album = createAlbumService(ground, {
    keys,
    usage,
    diary,
    shares,
    mediaAddress: (hash) => mediaAddress('diary', hash),
  })
  contacts.onChange(() => void shares.endLost())
  children.onChange(() => void shares.endLost())
  messages.onChange((childId) => shares.noteSeen(childId))
  const rights = createRightsService(ground, {
    media: parts.files.media,
    backups: () => backupsIn(parts.files.backups),
    messageDays: () => room.settings().messageDays,
    hasServer: () => callServer.link() !== undefined,
  })
  const audit = createAudit(ground)
  const givenOut = createFilesService({ documents, log, ...(sticks && { sticks }) })
  const devices = createSeatDevices(log)
  const erasures = createErasures(ground, {
    list: parts.erased,
    erase: (ids) => runJob('eraseChildren', { path, seat, ids }),
    media: parts.files.media,
    keyFiles: files,
    rescue,
    named: (kind) => media.named(kind),
    line: callServer.line,
    hasServer: () => callServer.link() !== undefined,
    tries: createTries(clock),
    isTaken: () => sessions.now() !== null,
    erased: (requests) => {
      for (const { staffId } of requests) audit.recordErasure(staffId)
      keys.forget()
      children.recheck()
      rights.changed()
    },
  })
  return {
    audit,
    openings,
    erasures,
    rights,
    album,
    bookWishes: createBookWishes(sessions),
    calls,
    children,
    contacts,
    devices,
    diary,
    diaryMedia,
    escrow,
    feelings,
    files: givenOut,
    health: createHealth(ground, {
      files: parts.files,
      readSeat: (input) => runJob('readSeat', input),
      devices,
      line: () => callServer.state(),
      outside: () => outsideReading(db),
      serverAddress: () => callServer.origin(),
      seat: () => ({ number: room.look().seat, room: room.look().room }),
      version: { name: version, builtAt: parts.builtAt },
      machine: parts.machine ?? { displays: () => null, voice: () => Promise.resolve(null) },
    }),
    keys,
    learning: () => (learning ??= openLearning()),
    me: createMeService(ground, {
      audit,
      people: () => staff.people(),
      settings: () => room.settings(),
      setAvatar: (id, avatar) => children.setAvatar(id, avatar),
      card: (id) => {
        const row = children.sessionChild(id)
        return row && { hasPhoto: row.face.photo !== undefined, hasClass: row.grade !== 0 }
      },
      family: (id) => {
        const family = contacts.family(id)
        if (!family.ok) return []
        return family.value.contacts.map(({ consent }) => ({
          agreed: consent.filter(({ holds }) => holds).map(({ purpose }) => purpose),
        }))
      },
      hasListener: (id) => feelings.page(id).listener.kind === 'adult',
      onLook: (id) => sessions.renewed(id),
    }),
    media,
    messages,
    makeCard: createCardMaker(ground, {
      places: givenOut,
      settings: () => room.settings(),
      keys: parts.files.keys,
    }),
    outside: createOutside(ground, {
      files: parts.files,
      places: givenOut,
      runJob,
      copy: async () => {
        const input = { path, folder: parts.files.backups, certain: clock.certain() }
        const made = await parts.inTurn(() => runJob('backup', input))
        return made.ok ? join(parts.files.backups, made.value.file) : undefined
      },
      room: () => {
        const { school, room: name, seat: number } = room.look()
        return { school, room: name, seat: number }
      },
      version,
    }),
    readers,
    rescue,
    room,
    sessions,
    shares,
    setup: createSetupService(ground, { room, staff }),
    staff,
    sweepMedia: () => mediaStore.sweep((kind) => media.named(kind)),
    talks,
    updates: createUpdates(ground, {
      side: parts.seatSide,
      version,
      schema: migrations.at(-1)?.version ?? 0,
      isTaken: () => sessions.now() !== null || calls.isCalling(),
      atConsole: () => staff.signedIn.current()?.id ?? null,
    }),
    usage,
  }
}
