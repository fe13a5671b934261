import { numbered } from '#core/children/reading-rules.ts'
import type { House } from '#core/house/open-house.ts'
import type { KnownReading } from '#core/speech/chinese-syllables.ts'
import { localDay } from '#core/staff/check-rules.ts'
import { albumHandlers } from '../features/album.ts'
import { backupsHandlers } from '../features/backups.ts'
import { callsHandlers } from '../features/calls.ts'
import { childrenHandlers } from '../features/children.ts'
import { contactsHandlers } from '../features/contacts.ts'
import { devicesHandlers } from '../features/devices.ts'
import { diaryHandlers } from '../features/diary.ts'
import { diaryMediaHandlers } from '../features/diary-media.ts'
import type { AllHandlers } from '../features/feature.ts'
import { feelingsHandlers } from '../features/feelings.ts'
import { filesHandlers } from '../features/files.ts'
import { healthHandlers } from '../features/health.ts'
import { keysHandlers } from '../features/keys.ts'
import { openingsHandlers } from '../features/openings.ts'
import { learningHandlers } from '../features/learning.ts'
import { meHandlers } from '../features/me.ts'
import { messagesHandlers } from '../features/messages.ts'
import { provisioningHandlers } from '../features/provisioning.ts'
import { rightsHandlers } from '../features/rights.ts'
import { roomHandlers } from '../features/room.ts'
import { sessionsHandlers } from '../features/sessions.ts'
import { setupHandlers } from '../features/setup.ts'
import { sharesHandlers } from '../features/shares.ts'
import { staffHandlers } from '../features/staff.ts'
import { talksHandlers } from '../features/talks.ts'
import { updatesHandlers } from '../features/updates.ts'
import { usageHandlers } from '../features/usage.ts'
import { yearBookHandlers } from '../features/year-book.ts'
import type { MediaDoor } from './camera-door.ts'
import { exportCallLogOf } from './export-call-log.ts'
import { createCardDesk } from './card-desk.ts'
import { createCopies } from './export-rights.ts'
import { exportReportOf } from './export-report.ts'
import { exportBundleOf } from './export-bundle.ts'
import { isConnected } from './network.ts'
import type { WindowName } from './origins.ts'
import type { Paper } from './paper.ts'
import type { Reception } from './reception.ts'
import type { Settings } from './settings.ts'
import { voiceTrialOf } from './voice-trial.ts'
import type { Voice } from './voice.ts'

export interface HandlerParts {
  readonly reception: Reception
  readonly cameras: Readonly<Record<WindowName, MediaDoor>>
  readonly voice: Voice
  readonly paper: Paper
  /** Of the child's window. */
  readonly bookPaper: Paper
  readonly settings: Settings
}

/** Every handler of the house, for the room that is open. */
export function handlersOf(
  house: House,
  { reception, cameras, voice, paper, bookPaper, settings }: HandlerParts,
): AllHandlers {
  const { ground, room, children } = house
  const knownIn = (text: string): readonly KnownReading[] =>
    children
      .soundsIn(text, house.sessions.now()?.child.id)
      .map((sound) => ({ text: sound.text, syllables: sound.syllables.map(numbered) }))
  const copies = createCopies(house)
  const today = () => localDay(ground.clock.now().at, ground.zoneOffset(ground.clock.now().at))
  const trial = voiceTrialOf(house, { voice, settings })
  return {
    setup: setupHandlers(house.setup, {
      ...reception,
      judgeVoice: trial.judge,
      cards: createCardDesk(house, settings),
    }),
    openings: openingsHandlers(house.openings),
    staff: staffHandlers(house.staff, { knock: reception.knock, leave: reception.leaveStaff }),
    children: childrenHandlers(children),
    contacts: contactsHandlers(house.contacts),
    calls: callsHandlers(house.calls, { door: cameras.pupil, exportLog: exportCallLogOf(house) }),
    talks: talksHandlers(house.talks),
    feelings: feelingsHandlers(house.feelings),
    me: meHandlers(house.me),
    messages: messagesHandlers(house.messages),
    // A file that cannot be read is told to who asks for it.
    sessions: sessionsHandlers(house.sessions, () => void house.learning().catch(() => undefined)),
    room: roomHandlers(room),
    backups: backupsHandlers(house.outside, reception.restoreRoom),
    provisioning: provisioningHandlers(house.makeCard),
    updates: updatesHandlers(house.updates),
    health: healthHandlers(house.health, exportBundleOf(house)),
    keys: keysHandlers(house.rescue, house.escrow),
    learning: learningHandlers(house.learning),
    rights: rightsHandlers(house.rights, copies),
    shares: sharesHandlers(house.shares),
    diary: diaryHandlers(house.diary, house.diaryMedia),
    diaryMedia: diaryMediaHandlers(house.diaryMedia),
    album: albumHandlers(house.album),
    yearBook: yearBookHandlers({
      wishes: house.bookWishes,
      files: house.files,
      paper: bookPaper,
      staffLanguage: () => room.settings().staffLanguage,
      today,
    }),
    usage: usageHandlers(house.usage, exportReportOf(house)),
    files: filesHandlers({
      files: house.files,
      paper,
      staffLanguage: () => room.settings().staffLanguage,
      childName: (id) => children.sessionChild(id)?.name ?? null,
      today,
    }),
    devices: devicesHandlers({
      camera: cameras.staff,
      connected: isConnected,
      seat: house.devices,
      say: (text, language, slow) => voice.say(text, language, knownIn(text), slow),
      voice: trial,
      onSilence: () => room.addNotice('no-voice'),
    }),
  }
}
