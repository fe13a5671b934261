import type { WaitingMessage } from '#contract/wire.ts'
import type { Language } from '#contract/setup.ts'
import type { Call, CallClient } from '../calls/client.ts'
import { createHolder } from '../calls/observable.ts'
import { isAble, isWeChat } from './browser-rules.ts'
import { enter, lookFirst, type Closed, type Inside } from './door.ts'
import { createPageState, firstState, type Page } from './page.ts'
import { createRecording } from './recording.ts'
import { createRingTone } from './ring-tone.ts'
import { loadWords, wordsIn } from './words.ts'

const AGAIN_MS = 4000
/** How long a tap on "join" waits for the ring. */
const JOIN_MS = 60_000
const LANGUAGE = 'happy-home-language'

/** The page as it lives: the server, the line and the person move its state. */
export function livePage(): Page {
  const { holder, change } = createPageState({
    ...firstState,
    isOnline: navigator.onLine,
    isWeChat: isWeChat(navigator.userAgent),
    isAble: isAble({
      hasMedia: 'mediaDevices' in navigator,
      hasConnections: typeof RTCPeerConnection !== 'undefined',
      hasKeys: typeof crypto !== 'undefined' && 'subtle' in crypto,
      hasStore: typeof indexedDB !== 'undefined',
    }),
  })
  const language = createHolder<Language>('zh-CN')
  const speak = (wanted: Language): void =>
    // Without a network the page stays in the language that it has.
    void loadWords(wanted).then(
      () => language.set(wanted),
      () => undefined,
    )
  const tone = createRingTone()
  tone.isAwake.watch(() => change({ soundIsAwake: tone.isAwake.now() }))
  let inside: Inside | null = null
  let client: CallClient | null = null
  let shown: Call | null = null
  let joinTimer: ReturnType<typeof setTimeout> | undefined

  const closed = (why: Closed): void => {
    if (why !== 'away') return change({ door: { at: 'shut', why } })
    change({ isServerThere: false })
    setTimeout(() => void look(), AGAIN_MS)
  }
  async function look(): Promise<void> {
    if (!holder.now().isAble) return change({ door: { at: 'invited' } })
    const seen = await lookFirst()
    if (seen.is === 'closed') return closed(seen.why)
    change({ isServerThere: true })
    if (seen.is === 'inside') return settleIn(seen.inside)
    if (seen.language && !savedLanguage()) speak(seen.language)
    change({ door: { at: 'invited' } })
  }

  function settleIn(came: Inside): void {
    inside = came
    if (!savedLanguage()) speak(came.home.language)
    change({ door: { at: 'paired', home: came.home }, isServerThere: true })
    void refresh()
    void listen(came)
    if (came.home.consent.video && holder.now().isAble) void openLine(came)
  }
  async function openLine({ server }: Inside): Promise<void> {
    // JsSIP is half of the page's weight: it comes after the first screen stands.
    const calls = await import('../calls/client.ts')
    if (client) return
    client = calls.createCallClient({
      role: 'parent',
      media: calls.deviceMedia(),
      async credentials() {
        const answer = await server.credentials()
        if (!answer.ok) throw new Error(answer.error.problem)
        return answer.value
      },
    })
    client.line.watch(() => {
      const lineIsReady = client?.line.now() === 'ready'
      if (lineIsReady === holder.now().lineIsReady) return
      change({ lineIsReady })
      void server.here(lineIsReady)
    })
    client.current.watch(() => {
      const call = client?.current.now() ?? null
      shown = call
      if (call) follow(call)
    })
  }
  function follow(call: Call): void {
    const moved = (): void => {
      const state = call.state.now()
      if (shown !== call) return
      if (state.at === 'ringing') tone.start()
      else tone.stop()
      if (state.at === 'over') finished(call)
      change({ call: state, ...(state.at === 'ringing' ? { recording: holder.now().recording } : {}) })
    }
    call.state.watch(moved)
    moved()
    const { joining } = holder.now()
    if (joining) {
      clearTimeout(joinTimer)
      call.answer({ picture: joining === 'video' })
    }
  }
  function finished(call: Call): void {
    const summary = call.summary.now()
    const isOurs =
      summary?.reason === 'no-microphone' ||
      summary?.reason === 'microphone-refused' ||
      summary?.reason === 'microphone-busy' ||
      summary?.reason === 'not-supported'
    change({ joining: null, childWaits: false, ...(isOurs ? { problem: summary.reason } : {}) })
    if (summary?.reason === 'answered-elsewhere') change({ call: { at: 'idle' } })
    void refresh()
  }

  async function refresh(): Promise<void> {
    if (!inside) return
    const [home, messages] = await Promise.all([inside.server.home(), inside.server.messages()])
    if (home.ok) change({ door: { at: 'paired', home: home.value }, isServerThere: true })
    else if (home.error.problem === 'revoked' || home.error.problem === 'unknown') return leave()
    if (messages.ok) {
      const unseen = messages.value.filter(({ seenAt }) => seenAt === null)
      const grew = unseen.length > holder.now().messages.filter(({ seenAt }) => seenAt === null).length
      change({ messages: newestFirst(messages.value), ...(grew ? { isReading: true } : {}) })
    }
  }
  function leave(): void {
    client?.stop()
    inside = null
    change({ door: { at: 'shut', why: 'revoked' } })
  }
  async function listen(to: Inside): Promise<void> {
    while (inside?.server === to.server) {
      const ended = await to.server.events((name) => heard(name), new AbortController().signal)
      if (inside?.server !== to.server) return
      if (!ended.ok && ended.error.problem === 'revoked') return leave()
      // A stream that merely ended is opened again at once; the screen says so only when that fails.
      if (!ended.ok) change({ isServerThere: false })
      await new Promise((resolve) => setTimeout(resolve, ended.ok ? 500 : AGAIN_MS))
    }
  }
  function heard(name: string): void {
    if (name === 'open') {
      change({ isServerThere: true })
      if (holder.now().lineIsReady) void inside?.server.here(true)
    }
    if (name === 'waiting') change({ childWaits: true })
    if (name === 'revoked') return leave()
    if (name === 'open' || name === 'message' || name === 'changed') void refresh()
  }

  window.addEventListener('online', () => change({ isOnline: true }))
  window.addEventListener('offline', () => change({ isOnline: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh()
  })
  language.watch(() => {
    document.documentElement.lang = language.now()
    document.title = wordsIn(language.now())('title')
  })
  const saved = savedLanguage()
  if (saved) speak(saved)
  void look()

  const recording = createRecording({
    holder,
    change,
    inside: () => inside,
    dismiss: () => client?.dismiss(),
  })

  return {
    state: holder,
    language,
    call: () => shown,
    ...recording,
    setLanguage(next) {
      speak(next)
      try {
        localStorage.setItem(LANGUAGE, next)
      } catch {
        // A private window keeps nothing; the choice holds until it is closed.
      }
    },
    enter() {
      change({ door: { at: 'pairing' } })
      void tone.once()
      enter().then(
        (came) => (came.ok ? settleIn(came.value) : closed(came.error)),
        // Keys or store refused: a private window, or a browser that has neither.
        () => change({ door: { at: 'invited' }, isAble: false }),
      )
    },
    join(how) {
      tone.stop()
      change({ joining: how, problem: null })
      const call = client?.current.now()
      if (call?.state.now().at === 'ringing') return call.answer({ picture: how === 'video' })
      clearTimeout(joinTimer)
      joinTimer = setTimeout(() => change({ joining: null, childWaits: false }), JOIN_MS)
    },
    stopJoining() {
      clearTimeout(joinTimer)
      if (shown && shown.state.now().at !== 'over') shown.hangUp()
      change({ joining: null, childWaits: false })
    },
    notNow() {
      tone.stop()
      if (shown?.state.now().at === 'ringing') shown.hangUp()
      recording.openRecorder()
    },
    leaveEnd() {
      client?.dismiss()
      shown = null
      change({ call: { at: 'idle' }, childWaits: false, joining: null })
    },
    dismissProblem() {
      client?.dismiss()
      shown = null
      change({ problem: null, call: { at: 'idle' } })
    },
    retry() {
      change({ isOnline: navigator.onLine })
      if (inside) void refresh()
      else void look()
    },
    read: (isReading) => change({ isReading }),
    content: (message) => contentOf(inside, message),
    seen(message) {
      if (message.seenAt !== null || !inside) return
      void inside.server.seen(message.id)
    },
    tryRing: () => tone.once(),
  }
}

function newestFirst(messages: readonly WaitingMessage[]): readonly WaitingMessage[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- toSorted is younger than many phones
  return messages.slice().sort((a, b) => b.at - a.at)
}

const contentOf: (inside: Inside | null, message: WaitingMessage) => ReturnType<Page['content']> = async (
  inside,
  { id },
) => (inside ? inside.server.content(id) : { ok: false, error: 'closed' })

function savedLanguage(): Language | null {
  try {
    const saved = localStorage.getItem(LANGUAGE)
    return saved === 'zh-CN' || saved === 'en' ? saved : null
  } catch {
    return null
  }
}
