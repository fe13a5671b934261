import { useEffect } from 'react'
import type { CallerCard, TalkWay } from '#contract/calls.ts'
import { AnswerButton, CallBar, HangButton } from '#ui/child/call-bar.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { createHolder } from '../../calls/observable.ts'
import type { Call, CallState, OwnMedia } from '../../calls/client.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { Callee } from './stage.ts'
import { CallFrame } from './call-frame.tsx'
import { ringSoftly } from './ring-tone.ts'
import { SelfPicture } from './self-picture.tsx'
import { useWatched } from './use-watched.ts'

const beforeState = createHolder<CallState>({ at: 'idle' })
const beforeOwn = createHolder<OwnMedia | null>(null)

export interface RingingPageProps {
  readonly who: Callee
  readonly way: TalkWay
  /** Nothing was dialled yet. */
  readonly thinking: boolean
  readonly call: Call | null
  readonly onHangUp: () => void
}

/** Their face, large, while it rings; first three seconds in which nothing is dialled. */
export function RingingPage({ who, way, thinking, call, onHangUp }: RingingPageProps) {
  const { t } = useWords()
  const state = useWatched(call?.state ?? beforeState)
  const own = useWatched<OwnMedia | null>(call?.own ?? beforeOwn)
  const heard = state.at === 'ringing' && state.heard
  useEffect(() => (heard ? ringSoftly() : undefined), [heard])
  const title = t('call.ringing.title', { called: who.called })
  const hint = thinking
    ? t('call.ringing.thinking')
    : heard
      ? t('call.ringing.heard')
      : t(way === 'phone' ? 'call.ringing.phone' : 'call.ringing.sent')
  return (
    <CallFrame>
      <main className="ringing">
        <section className="ringing-scene">
          <Waves />
          <Portrait who={who} waiting />
          <Title title={title} hint={hint} />
          {thinking && (
            <p className="thinking" aria-hidden="true">
              <i />
              <i />
              <i />
            </p>
          )}
          {way === 'video' && own?.stream && <SelfPicture stream={own.stream} seen={own.wantsSeen} />}
        </section>
        <CallBar>
          {thinking ? (
            <HangButton look="calm" label={t('call.think-again')} onPress={onHangUp} />
          ) : (
            <HangButton label={t('call.hang-up')} onPress={onHangUp} />
          )}
        </CallBar>
      </main>
    </CallFrame>
  )
}

export interface ComingPageProps {
  readonly caller: CallerCard
  readonly onPickUp: () => void
  readonly onDecline: () => void
}

/** Somebody of the family rings. */
export function ComingPage({ caller, onPickUp, onDecline }: ComingPageProps) {
  const { t } = useWords()
  useEffect(() => ringSoftly(), [])
  const title = t('call.coming.title', { called: caller.called })
  return (
    <CallFrame>
      <main className="ringing">
        <section className="ringing-scene">
          <Waves />
          <Portrait who={{ ...caller, relation: '' }} waiting />
          <Title title={title} hint={t('call.coming.hint')} />
        </section>
        <CallBar>
          <HangButton look="calm" label={t('call.coming.no')} onPress={onDecline} />
          <AnswerButton label={t('call.coming.yes')} onPress={onPickUp} />
        </CallBar>
      </main>
    </CallFrame>
  )
}

function Title({ title, hint }: { readonly title: string; readonly hint: string }) {
  const { t } = useWords()
  const words = `${title}。${hint}`
  return (
    <>
      <div className="line">
        <h1>
          <SpokenText spokenAs={words}>{title}</SpokenText>
        </h1>
        <Speak text={words} label={t('child.read', { text: words })} />
      </div>
      <p className="lead" role="status">
        {hint}
      </p>
    </>
  )
}

export function Portrait({
  who,
  waiting = false,
}: {
  readonly who: Pick<Callee, 'called' | 'relation' | 'photo'>
  readonly waiting?: boolean
}) {
  return (
    <span className={waiting ? 'portrait is-waiting' : 'portrait'}>
      <span>
        <KinPhoto person={who} />
      </span>
    </span>
  )
}

/** The warm ground of a call without a picture. */
export const Waves = () => (
  <svg className="film" viewBox="0 0 1000 560" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect width="1000" height="560" fill="#fde3d4" />
    <path d="M0 560V420Q200 330 420 410T1000 380V560Z" fill="#f9cbb9" />
    <path d="M0 560V490Q260 430 520 490T1000 470V560Z" fill="#f3b29a" />
  </svg>
)
