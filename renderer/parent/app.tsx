import type { Page } from './page.ts'
import { PageProvider, usePage, useSay, useWatched } from './use-page.ts'
import { Sign } from './parts.tsx'
import { CallScreen } from './screens/call-screen.tsx'
import { Connecting, Join } from './screens/join.tsx'
import { Ended } from './screens/ended.tsx'
import { Invited, Looking } from './screens/invited.tsx'
import { Messages } from './screens/messages.tsx'
import { Recorder } from './screens/recorder.tsx'
import { TroubleScreen } from './screens/trouble-screen.tsx'
import { Waiting } from './screens/waiting.tsx'
import { viewOf, type View } from './view-rules.ts'

export function App({ page }: { readonly page: Page }) {
  return (
    <PageProvider value={page}>
      <Shell />
    </PageProvider>
  )
}

const warm: ReadonlySet<View['is']> = new Set(['join', 'connecting'])

function Shell() {
  const page = usePage()
  const view = viewOf(useWatched(page.state))
  if (view.is === 'call') return <CallScreen home={view.home} state={view.state} />
  return (
    <div className={warm.has(view.is) ? 'parent warm' : 'parent'}>
      <Top school={'home' in view ? view.home.school : ''} />
      <Body view={view} />
    </div>
  )
}

function Top({ school }: { readonly school: string }) {
  const page = usePage()
  const say = useSay()
  const language = useWatched(page.language)
  return (
    <header className="top">
      <Sign />
      <p>
        <b>{say('name')}</b>
        <span>{school}</span>
      </p>
      <button
        type="button"
        className="language"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => page.setLanguage(language === 'en' ? 'zh-CN' : 'en')}
      >
        {say('other-language')}
      </button>
    </header>
  )
}

function Body({ view }: { readonly view: Exclude<View, { is: 'call' }> }) {
  switch (view.is) {
    case 'looking':
    case 'pairing':
      return <Looking isPairing={view.is === 'pairing'} />
    case 'invited':
      return <Invited />
    case 'trouble':
      return <TroubleScreen what={view.what} />
    case 'waiting':
      return <Waiting home={view.home} />
    case 'join':
      return <Join home={view.home} rings={view.rings} />
    case 'connecting':
      return <Connecting home={view.home} isAnswered={view.isAnswered} />
    case 'ended':
      return <Ended home={view.home} state={view.state} />
    case 'messages':
      return <Messages home={view.home} />
    case 'record':
      return <Recorder home={view.home} recording={view.recording} />
  }
}
