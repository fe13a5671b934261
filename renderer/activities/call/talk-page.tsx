import { useEffect, useRef } from 'react'
import type { TalkWay } from '#contract/calls.ts'
import { BarPill, CallBar, HangButton } from '#ui/child/call-bar.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { LinkBridge } from '#ui/drawings/link-bridge.tsx'
import { SwallowBeside } from '#ui/drawings/post-swallow.tsx'
import { Picture } from '#ui/picture.tsx'
import type { Call } from '../../calls/client.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { Callee } from './call-desk.ts'
import { CallFrame } from './call-frame.tsx'
import { bridgeOf } from './call-rules.ts'
import { ConversationCards } from './conversation-cards.tsx'
import { Portrait, Waves } from './ringing-page.tsx'
import { SelfPicture } from './self-picture.tsx'
import { useLevel } from './use-level.ts'
import { useWatched } from './use-watched.ts'

/** A telephone whose time ends within this is told so, ms. */
const SOON_OVER = 120_000

export interface TalkPageProps {
  readonly who: Callee
  readonly way: TalkWay
  readonly call: Call
  /** Of a telephone, ms; null where nothing limits it. */
  readonly leftMs: number | null
  readonly onHangUp: () => void
}

/** Seeing and hearing each other; when the link is thin, hearing; when it breaks, waiting together. */
export function TalkPage({ who, way, call, leftMs, onHangUp }: TalkPageProps) {
  const { t } = useWords()
  const state = useWatched(call.state)
  const own = useWatched(call.own)
  const bridge = bridgeOf(state)
  const seesThem = state.at === 'talking' && state.shown === 'video'
  return (
    <CallFrame>
      <main className="call">
        <section className="remote" aria-label={who.called}>
          {!seesThem && <Waves />}
          <Remote call={call} visible={seesThem} label={t('call.their-picture', { called: who.called })} />
          {!seesThem && <Unseen who={who} way={way} call={call} />}
          <p className="tag">
            <Picture name="heart" />
            <b>{who.called}</b>
            {who.city && <span className="soft">{who.city}</span>}
          </p>
          <p className="link">
            <LinkBridge
              planks={bridge.planks}
              carries={bridge.carries}
              label={t(`call.link.${bridge.words}`)}
            />
          </p>
          {leftMs !== null && leftMs < SOON_OVER && (
            <p className="soon-over" role="status">
              {t('call.phone-soon-over')}
            </p>
          )}
          {way === 'video' && <SelfPicture stream={own.stream} seen={own.wantsSeen && own.camera === null} />}
        </section>
        <ConversationCards />
        <CallBar>
          <Microphone call={call} />
          <HangButton label={t('call.goodbye')} onPress={onHangUp} />
          {way === 'video' && <Camera call={call} />}
        </CallBar>
      </main>
    </CallFrame>
  )
}

/** Stays mounted while the other is not to be seen: their sound comes from it too. */
function Remote({
  call,
  visible,
  label,
}: {
  readonly call: Call
  readonly visible: boolean
  readonly label: string
}) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => (video.current ? call.show(video.current) : undefined), [call])
  return (
    // A living person speaks: there is nothing to caption.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={video}
      className={visible ? 'film' : 'film is-hidden'}
      autoPlay
      playsInline
      aria-label={label}
    />
  )
}

function Unseen({ who, way, call }: { readonly who: Callee; readonly way: TalkWay; readonly call: Call }) {
  const { t } = useWords()
  const state = useWatched(call.state)
  const theirs = useWatched(call.theirPicture)
  const level = useLevel(useWatched(call.remote))
  const { called } = who
  if (state.at === 'recovering')
    return (
      <div className="hear" role="status">
        <Portrait who={who} />
        <svg className="mending" viewBox="-60 -40 120 80" aria-hidden="true">
          <SwallowBeside />
        </svg>
        <h2>{t('call.back.title')}</h2>
        <p>{t('call.back.hint')}</p>
      </div>
    )
  if (state.at !== 'talking')
    return (
      <div className="hear" role="status">
        <Portrait who={who} waiting />
        <h2>{t('call.answered.title', { called })}</h2>
        <p>{t(way === 'phone' ? 'call.answered.phone' : 'call.answered.video')}</p>
      </div>
    )
  const hint =
    way === 'phone' ? 'call.voice.phone' : theirs === 'off' ? 'call.voice.off' : 'call.voice.resting'
  return (
    <div className="hear">
      <Portrait who={who} />
      <LevelBars size="big" level={level} label={t('call.their-voice', { called })} />
      <h2>{t('call.voice.title', { called })}</h2>
      <p>{t(hint, { called })}</p>
    </div>
  )
}

function Microphone({ call }: { readonly call: Call }) {
  const { t } = useWords()
  const { muted, stream } = useWatched(call.own)
  const level = useLevel(stream)
  return (
    <BarPill
      icon={muted ? 'microphone-slash' : 'microphone'}
      label={t(muted ? 'call.microphone.off-label' : 'call.microphone.on-label')}
      off={muted}
      onPress={() => call.setMuted(!muted)}
    >
      {muted ? <span>{t('call.microphone.off')}</span> : <LevelBars size="small" level={level} />}
    </BarPill>
  )
}

function Camera({ call }: { readonly call: Call }) {
  const { t } = useWords()
  const { wantsSeen, isSeen, camera } = useWatched(call.own)
  const on = wantsSeen && camera === null
  const words = camera ? 'none' : !wantsSeen ? 'off' : isSeen ? 'on' : 'resting'
  return (
    <BarPill
      icon={on ? 'video-camera' : 'video-camera-slash'}
      label={t(`call.camera.${words}-label`)}
      off={!on}
      onPress={() => call.setSeen(!on)}
    >
      <span>{t(`call.camera.${words}`)}</span>
    </BarPill>
  )
}
