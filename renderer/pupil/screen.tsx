import { useEffect, type ReactNode } from 'react'
import type { Place, SessionNow } from '#contract/sessions.ts'
import { useSpeech } from '#ui/speech.ts'
import { useTalking } from '../activities/call/talking.ts'
import { GoodbyePage } from './goodbye/goodbye-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { useGo, useKnownKind, usePaused, usePhase, useSession } from './session/session.tsx'
import { WarningVoice } from './warnings/use-warning.ts'
import { Arrival } from './who/arrival.tsx'
import { Blank } from './blank.tsx'
import { Broken } from './broken.tsx'
import { CallDeskHere } from './call-desk-here.tsx'
import { fetchAhead, onDemand } from './on-demand.tsx'
import { pageKey, shownPlace } from './place-rules.ts'
import { useQuietEnd } from './use-quiet-end.ts'

const FamilyPage = onDemand(() => import('./family/family-page.tsx').then((page) => page.FamilyPage))
const MessagesPage = onDemand(() => import('./messages/messages-page.tsx').then((page) => page.MessagesPage))
const LearnPage = onDemand(() => import('./learn/learn-page.tsx').then((page) => page.LearnPage))
const ActivityPage = onDemand(() =>
  import('../activities/frame/activity-page.tsx').then((page) => page.ActivityPage),
)
const MePage = onDemand(() => import('./me/me-page.tsx').then((page) => page.MePage))
const MoodPage = onDemand(() => import('./mood/mood-page.tsx').then((page) => page.MoodPage))
const TalkPage = onDemand(() => import('./talk/talk-page.tsx').then((page) => page.TalkPage))
const DiaryList = onDemand(() => import('../activities/diary/list-page.tsx').then((page) => page.DiaryList))
const DiaryPage = onDemand(
  () => import('../activities/diary/diary-page.tsx').then((page) => page.DiaryPage),
  'ahead',
  'diary-page',
)

const ToldPage = onDemand(() => import('./told/told-page.tsx').then((page) => page.ToldPage), 'when-shown')
const Paused = onDemand(() => import('./warnings/paused.tsx').then((page) => page.Paused))
const Rest = onDemand(() => import('./rest/rest.tsx').then((page) => page.Rest))

/** Nobody: who are you. Somebody: the page where main says the child is. */
export function Screen({ example }: { readonly example: boolean }) {
  const kind = useKnownKind()
  if (kind === 'asking') return <Blank />
  if (kind === 'nobody') return <Arrival example={example} />
  return <Inside />
}

const placeName = ({ place }: { readonly place: Place }) => place.name
const isUntold = ({ child }: SessionNow) => child.isUntold === true
const isRestDue = ({ restDue }: SessionNow) => restDue
const placePage = ({ place }: { readonly place: Place }) => place.page

/** A pause closes the doors of home, and neither a call nor a child who wants to talk (H6). */
const openInPause: ReadonlySet<Place['name']> = new Set([
  'home',
  'family',
  'messages',
  'mood',
  'talk',
  'goodbye',
])

function Inside() {
  const name = useSession(placeName) ?? 'home'
  const page = useSession(placePage)
  const phase = usePhase() ?? 'open'
  const paused = usePaused()
  const speaker = useSpeech()
  const restDue = useSession(isRestDue)
  const untold = useSession(isUntold)
  const talking = useTalking()
  const shown = shownPlace(page === undefined ? { name } : { name, page }, phase, talking)
  const key = pageKey(shown)
  const elsewhere = useElsewhere(shown.name)
  useQuietEnd(phase === 'goodbye' && shown.name !== 'goodbye' && !talking)
  useEffect(fetchAhead, [])
  useEffect(() => {
    // A child who cannot read taps every speaker: one that stays silent must not be there.
    void speaker.look()
  }, [speaker])
  useEffect(() => {
    // What was being read belongs to the page before.
    if (key) speaker.stop()
  }, [key, speaker])
  if (untold) return <ToldPage />
  return (
    <>
      <WarningVoice />
      <CallDeskHere atFamily={shown.name === 'family'} />
      <Broken key={key} elsewhere={elsewhere}>
        {pageOf(shown)}
      </Broken>
      {paused && !openInPause.has(shown.name) && <Paused />}
      {restDue && <Rest at={shown.name} />}
    </>
  )
}

/** Where a child goes from a page that cannot be opened: to other things to play, else home. */
function useElsewhere(name: Place['name']) {
  const { t } = useWords()
  const go = useGo()
  if (name === 'home') return undefined
  return name === 'activity'
    ? { label: t('child.broken.other'), onPress: () => go('learn') }
    : { label: t('child.to-home'), onPress: () => go('home') }
}

function pageOf(place: Place): ReactNode {
  switch (place.name) {
    case 'home':
      return <HomePage />
    case 'family':
      return <FamilyPage />
    case 'messages':
      return <MessagesPage contactId={place.page ?? ''} />
    case 'learn':
      return <LearnPage subject={place.page} />
    case 'activity':
      return <ActivityPage id={place.page ?? ''} />
    case 'diary':
      return <DiaryList />
    case 'diary-page':
      return <DiaryPage id={place.page ?? ''} />
    case 'me':
      return <MePage page={place.page} />
    case 'mood':
      return <MoodPage />
    case 'talk':
      return <TalkPage page={place.page} />
    case 'goodbye':
      return <GoodbyePage />
  }
}
