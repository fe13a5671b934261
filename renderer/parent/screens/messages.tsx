import { useEffect, useRef, useState } from 'react'
import type { ParentHome, WaitingMessage } from '#contract/wire.ts'
import { Button, Face, Icon } from '../parts.tsx'
import { usePage, useSay, useWatched } from '../use-page.ts'
import { whenOf } from '../view-rules.ts'

/** What the child left, newest first, and the way to answer. */
export function Messages({ home }: { readonly home: ParentHome }) {
  const page = usePage()
  const say = useSay()
  const { messages } = useWatched(page.state)
  const { given: child } = home.child
  return (
    <main>
      <h1 className="head">{say('message.title', { child })}</h1>
      {messages.map((message) => (
        <MessageCard key={message.id} home={home} message={message} />
      ))}
      {home.consent.messages && (
        <Button look="main" icon="microphone" onPress={page.openRecorder}>
          {say('message.answer', { child })}
        </Button>
      )}
      <Button look="quiet" onPress={() => page.read(false)}>
        {say('message.back')}
      </Button>
    </main>
  )
}

function MessageCard({ home, message }: { readonly home: ParentHome; readonly message: WaitingMessage }) {
  const say = useSay()
  const [now] = useState(() => Date.now())
  const { key, facts } = whenOf(message.at, now)
  const seconds = Math.max(1, Math.round(message.lengthMs / 1000))
  const length = message.kind === 'drawing' ? '' : ` · ${say('message.seconds', { seconds })}`
  return (
    <section className="card left">
      <p className="who">
        <Face child={home.child} size="small" />
        <span>
          <b>{home.child.given}</b>
          <span>
            {say(`when.${key}`, facts)}
            {length}
          </span>
        </span>
      </p>
      <Content child={home.child.given} message={message} />
    </section>
  )
}

function Content({ child, message }: { readonly child: string; readonly message: WaitingMessage }) {
  const page = usePage()
  const say = useSay()
  const [address, setAddress] = useState<string | null>(null)
  const [state, setState] = useState<'ready' | 'loading' | 'failed' | 'unplayable'>('ready')
  useEffect(() => {
    if (address) return () => URL.revokeObjectURL(address)
  }, [address])
  const open = async (): Promise<void> => {
    setState('loading')
    const got = await page.content(message)
    if (!got.ok) return setState('failed')
    setState('ready')
    setAddress(URL.createObjectURL(got.value))
  }
  // Seen is what was played, not what was fetched: it stays at the server until it could be.
  const seen = (): void => page.seen(message)
  const fails = (): void => setState('unplayable')
  if (state === 'unplayable') return <p role="status">{say('message.not-playable')}</p>
  if (address && message.kind === 'drawing')
    return (
      <img
        className="drawing"
        src={address}
        alt={say('message.drawing', { child })}
        onLoad={seen}
        onError={fails}
      />
    )
  if (address && message.kind === 'video')
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a child says has no captions
      <video className="film" src={address} controls autoPlay playsInline onPlaying={seen} onError={fails} />
    )
  if (address)
    return (
      <Voice
        address={address}
        label={say('message.voice', { child })}
        mark={message.id}
        onSeen={seen}
        onFail={fails}
      />
    )
  return (
    <>
      <button type="button" className="voice" disabled={state === 'loading'} onClick={() => void open()}>
        <span className="play">
          <Icon name="play" />
        </span>
        {message.kind === 'voice' ? <Wave mark={message.id} /> : null}
        <span className={message.kind === 'voice' ? 'unseen' : ''}>
          {say(`message.${message.kind}`, { child })}
        </span>
      </button>
      {state === 'failed' && <p role="status">{say('message.not-loaded')}</p>}
    </>
  )
}

interface VoiceProps {
  readonly address: string
  readonly label: string
  readonly mark: string
  readonly onSeen: () => void
  readonly onFail: () => void
}

function Voice({ address, label, mark, onSeen, onFail }: VoiceProps) {
  const say = useSay()
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const toggle = (): void => {
    const element = audio.current
    if (!element) return
    if (element.paused) void element.play().catch(() => setPlaying(false))
    else element.pause()
  }
  return (
    <button type="button" className="voice" onClick={toggle}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a child says has no captions */}
      <audio
        ref={audio}
        src={address}
        autoPlay
        onPlay={() => setPlaying(true)}
        onPlaying={onSeen}
        onError={onFail}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <span className="play">
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </span>
      <Wave mark={mark} />
      <span className="unseen">{isPlaying ? say('message.stop') : label}</span>
    </button>
  )
}

/** Drawn from the message's id: it says "sound", not what is in it. */
function Wave({ mark }: { readonly mark: string }) {
  const heights = Array.from(
    { length: 30 },
    (_none, at) => 6 + ((mark.charCodeAt(at % mark.length) * (at + 7)) % 29),
  )
  return (
    <svg className="wave" viewBox="0 0 240 40" preserveAspectRatio="none" aria-hidden="true">
      {heights.map((height, at) => (
        <rect key={at * 8} x={at * 8} y={20 - height / 2} width="5" height={height} rx="2.5" />
      ))}
    </svg>
  )
}
