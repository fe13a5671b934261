import { useEffect, useRef, type ReactNode } from 'react'
import type { TalkWay } from '#contract/calls.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { BarPill, CallBar, HangButton } from '#ui/child/call-bar.tsx'
import { LevelBars } from '#ui/child/level-bars.tsx'
import { LinkBridge } from '#ui/drawings/link-bridge.tsx'
import { SwallowBeside } from '#ui/drawings/post-swallow.tsx'
import { Picture } from '#ui/picture.tsx'
import type { Call } from '../../calls/client.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { chime } from '../../pupil/warnings/chime.ts'
import { CallFrame } from './call-frame.tsx'
import { bridgeOf } from './call-rules.ts'
import { ConversationCards } from './conversation-cards.tsx'
import { Portrait, Waves } from './ringing-page.tsx'
import { OutLine } from './out-line.tsx'
import { SelfPicture } from './self-picture.tsx'
import type { Callee, PhoneTime } from './stage.ts'
import { isLastMinute } from './phone-time-rules.ts'
import { useLevel } from './use-level.ts'
import { useStays } from './use-stays.ts'
import { useWatched } from './use-watched.ts'

/** So long nothing is seen or heard before the other way is offered, ms: most cuts heal before. */
const OFFER_MS = 12_000

export interface TalkPageProps {
  readonly who: Callee
  readonly way: TalkWay
  readonly call: Call
  /** Null where nothing limits it. */
  readonly phone: PhoneTime | null
  /** The other way to the same person, where there is one now; offered, never forced (C5). */
  readonly other: TalkWay | null
  readonly onSwap: (way: TalkWay) => void
  readonly onHangUp: () => void
}

/** Seeing and hearing each other; when the link is thin, hearing; when it breaks, waiting together. */
export function TalkPage({ who, way, call, phone, other, onSwap, onHangUp }: TalkPageProps) {
  const { t } = useWords()
  const state = useWatched(call.state)
  const own = useWatched(call.own)
  const bridge = bridgeOf(state)
  const seesThem = state.at === 'talking' && state.shown === 'video'
  const waits = useStays(state.at !== 'talking', OFFER_MS)
  const offered = other === 'video' ? other : waits ? other : null
  const lastMinute = isLastMinute(phone)
  useEffect(() => {
    if (lastMinute) chime()
  }, [lastMinute])
  return (
    <CallFrame phone={phone}>
      <main className="call">
        <section className="remote" aria-label={who.called}>
          {!seesThem && <Waves />}
          <Remote call={call} visible={seesThem} label={t('call.their-picture', { called: who.called })} />
          {!seesThem && (
            <Unseen who={who} way={way} call={call}>
              {offered && <OtherWay who={who} way={offered} onSwap={onSwap} />}
            </Unseen>
          )}
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
          {lastMinute ? (
            <p className="soon-over" role="status">
              {t('call.phone-soon-over')}
            </p>
          ) : (
            <OutLine call={call} called={who.called} />
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

interface UnseenProps extends Pick<TalkPageProps, 'who' | 'way' | 'call'> {
  /** What else could be done. */
  readonly children: ReactNode
}

function Unseen({ who, way, call, children }: UnseenProps) {
  const { t } = useWords()
  const state = useWatched(call.state)
  const theirs = useWatched(call.theirPicture)
  const devices = useWatched(call.theirDevices)
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
        {children}
      </div>
    )
  if (state.at !== 'talking')
    return (
      <div className="hear" role="status">
        <Portrait who={who} waiting />
        <h2>{t('call.answered.title', { called })}</h2>
        <p>{t(way === 'phone' ? 'call.answered.phone' : 'call.answered.video')}</p>
        {children}
      </div>
    )
  const hint =
    way === 'phone'
      ? 'call.voice.phone'
      : devices.camera === 'out'
        ? 'call.voice.camera-out'
        : theirs === 'off'
          ? 'call.voice.off'
          : 'call.voice.resting'
  const isHeard = devices.microphone === 'here'
  return (
    <div className="hear">
      <Portrait who={who} />
      {isHeard && <LevelBars size="big" level={level} label={t('call.their-voice', { called })} />}
      <h2>{t(isHeard ? 'call.voice.title' : 'call.voice.unheard', { called })}</h2>
      <p>{t(hint, { called })}</p>
      {children}
    </div>
  )
}

/** One tap to go on by the other way. */
function OtherWay({ who, way, onSwap }: Pick<TalkPageProps, 'who' | 'way' | 'onSwap'>) {
  const { t } = useWords()
  const label = t(way === 'phone' ? 'call.to-phone' : 'call.to-video', { called: who.called })
  return (
    <GoButton
      icon={way === 'phone' ? 'phone' : 'video-camera'}
      label={label}
      className="other-way"
      onPress={() => onSwap(way)}
    />
  )
}

function Microphone({ call }: { readonly call: Call }) {
  const { t } = useWords()
  const { muted, stream, microphone } = useWatched(call.own)
  const level = useLevel(stream)
  if (microphone)
    return (
      <BarPill
        icon="microphone-slash"
        label={t(`call.out.${microphone}`)}
        off
        onPress={() => call.retryMicrophone()}
      >
        <span>{t('call.microphone.out')}</span>
      </BarPill>
    )
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
  const words = camera
    ? camera === 'camera-busy'
      ? 'busy'
      : camera === 'camera-asleep'
        ? 'asleep'
        : 'none'
    : !wantsSeen
      ? 'off'
      : isSeen
        ? 'on'
        : 'resting'
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
