import { useEffect, useRef, useState } from 'react'
import type { ParentHome } from '#contract/wire.ts'
import type { Call } from '../../calls/call-types.ts'
import type { CallState } from '../../calls/call-rules.ts'
import { Face, Icon } from '../parts.tsx'
import type { ParentIcon } from '../icons.ts'
import { keepPlaying } from '../keep-playing.ts'
import { usePage, useSay, useWatched } from '../use-page.ts'

type Talk = CallState & { readonly at: 'talking' | 'recovering' }

/** After so long the person is told what they can do. */
const LONG_MS = 20_000

/** In the call: the child large, oneself small, four buttons. */
export function CallScreen({ home, state }: { readonly home: ParentHome; readonly state: CallState }) {
  const call = usePage().call()
  if (!call || (state.at !== 'talking' && state.at !== 'recovering')) return null
  return <Talking home={home} call={call} state={state} />
}

function Talking({
  home,
  call,
  state,
}: {
  readonly home: ParentHome
  readonly call: Call
  readonly state: Talk
}) {
  const say = useSay()
  const own = useWatched(call.own)
  // A camera that failed is off, whatever was wished: a tap tries it again.
  const isShown = own.wantsSeen && own.camera === null
  const { given: child } = home.child
  const isVideo = state.at === 'talking' && state.shown === 'video'
  return (
    <div className="call">
      <Remote call={call} child={child} isDim={!isVideo} />
      {!isVideo && (
        <div className="still">
          <Face child={home.child} size="huge" />
        </div>
      )}
      <header>
        <b>{child}</b>
        {state.at === 'talking' && (
          <Planks of={state.quality} label={say('call.quality', { of: state.quality })} />
        )}
      </header>
      <Word call={call} state={state} child={child} />
      {own.isSeen && own.stream && <Own stream={own.stream} />}
      <footer>
        <RoundButton
          icon={own.muted || own.microphone ? 'microphone-slash' : 'microphone'}
          isOn={own.muted || own.microphone !== null}
          label={say(own.microphone ? 'call.try-microphone' : own.muted ? 'call.unmute' : 'call.mute')}
          onPress={() => (own.microphone ? call.retryMicrophone() : call.setMuted(!own.muted))}
        />
        <RoundButton
          icon={isShown ? 'video-camera' : 'video-camera-slash'}
          isOn={!isShown}
          label={say(isShown ? 'call.camera-off' : 'call.camera-on')}
          onPress={() => {
            call.setSeen(!isShown)
            call.setWantsPicture(true)
          }}
        />
        <button type="button" className="bye" onClick={() => call.hangUp()}>
          <Icon name="phone-disconnect" />
          {say('call.bye')}
        </button>
      </footer>
    </div>
  )
}

interface RoundProps {
  readonly icon: ParentIcon
  readonly isOn: boolean
  readonly label: string
  readonly onPress: () => void
}

const RoundButton = ({ icon, isOn, label, onPress }: RoundProps) => (
  <button type="button" className="round" aria-pressed={isOn} onClick={onPress}>
    <Icon name={icon} />
    <span>{label}</span>
  </button>
)

/** One line of what is so, when it is not as it should be. */
function Word({ call, state, child }: { readonly call: Call; readonly state: Talk; readonly child: string }) {
  const say = useSay()
  const own = useWatched(call.own)
  const theirs = useWatched(call.theirPicture)
  const devices = useWatched(call.theirDevices)
  const isLong = useIsLong(state.at === 'recovering' ? state.since : null)
  const word =
    state.at === 'recovering'
      ? say(isLong ? 'call.lost-long' : 'call.lost')
      : own.microphone
        ? say(`call.${own.microphone}`, { child })
        : devices.microphone === 'out'
          ? say('call.their-microphone', { child })
          : state.shown === 'voice' && devices.camera === 'out'
            ? say('call.their-camera', { child })
            : state.shown === 'voice'
              ? say(theirs === 'off' ? 'call.no-picture' : 'call.voice', { child })
              : own.camera
                ? say(own.camera === 'camera-asleep' ? 'call.camera-asleep' : 'call.no-camera', { child })
                : null
  return word === null ? null : (
    <p className="word" role="status">
      {word}
    </p>
  )
}

/** Whether what began at `since` has gone on for long; `since` null: it is not going on. */
function useIsLong(since: number | null): boolean {
  const [longSince, setLongSince] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return
    const timer = setTimeout(() => setLongSince(since), LONG_MS)
    return () => clearTimeout(timer)
  }, [since])
  return since !== null && longSince === since
}

interface RemoteProps {
  readonly call: Call
  readonly child: string
  readonly isDim: boolean
}

/** Sound and picture of the child; a phone that stays silent until it is tapped gets a button for that. */
function Remote({ call, child, isDim }: RemoteProps) {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    const element = video.current
    if (!element) return undefined
    const hide = call.show(element)
    const rest = keepPlaying(element, setBlocked)
    return () => {
      rest()
      hide()
    }
  }, [call])
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a live call has no captions */}
      <video ref={video} className={isDim ? 'remote dim' : 'remote'} autoPlay playsInline />
      {isBlocked && (
        <button
          type="button"
          className="unblock"
          onClick={() => void video.current?.play().then(() => setBlocked(false))}
        >
          <Icon name="speaker-high" />
          {say('call.sound-blocked', { child })}
        </button>
      )}
    </>
  )
}

function Own({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return undefined
    element.srcObject = stream
    return keepPlaying(element, () => undefined)
  }, [stream])
  return <video ref={video} className="own" muted autoPlay playsInline />
}

const planks = [1, 2, 3, 4, 5, 6, 7]

/** The bridge between the two houses, as many planks as the link has. */
const Planks = ({ of, label }: { readonly of: number; readonly label: string }) => (
  <span className="planks" role="img" aria-label={label}>
    {planks.map((plank) => (
      <i key={plank} className={plank <= of ? 'there' : ''} />
    ))}
  </span>
)
