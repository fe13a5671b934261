import { useEffect, useRef, useState } from 'react'
import type { ParentHome } from '#contract/wire.ts'
import { Button, Face, Icon, Scene } from '../parts.tsx'
import { usePage, useSay, useWatched } from '../use-page.ts'
import { whenOf } from '../view-rules.ts'
import { keepDevice, type LiveDevice } from '../../calls/live-device.ts'
import { deviceMedia } from '../../calls/media.ts'

/** Paired, and the child may call at any moment. */
export function Waiting({ home }: { readonly home: ParentHome }) {
  const page = usePage()
  const say = useSay()
  const { messages } = useWatched(page.state)
  const { given: child } = home.child
  const unseen = messages.filter(({ seenAt }) => seenAt === null).length
  const missed = home.missed[0]
  return (
    <main>
      <Scene />
      <section className="card after-scene with-face">
        <span className="on-top">
          <Face child={home.child} size="large" />
        </span>
        <h1>{say('waiting.title', { child })}</h1>
        {missed ? (
          <Missed child={child} at={missed.at} />
        ) : (
          <p>{say('waiting.lead', { child, called: home.called })}</p>
        )}
        <p className="note">
          <Icon name="device-mobile" />
          <span>{say(home.consent.video ? 'waiting.note' : 'waiting.no-video')}</span>
        </p>
      </section>
      {messages.length > 0 && (
        <section className="card in-line">
          <b>{say('message.count', { child, count: unseen || messages.length })}</b>
          <button type="button" className="link" onClick={() => page.read(true)}>
            {say('message.open')}
          </button>
        </section>
      )}
      {home.consent.video && <Checks />}
      {home.consent.messages && (
        <Button look="quiet" onPress={page.openRecorder}>
          {say('waiting.later', { child })}
        </Button>
      )}
    </main>
  )
}

function Missed({ child, at }: { readonly child: string; readonly at: number }) {
  const say = useSay()
  const [now] = useState(() => Date.now())
  const { key, facts } = whenOf(at, now)
  return <p>{say('waiting.missed', { child, when: say(`when.${key}`, facts) })}</p>
}

/** Sound, camera and connection, to be tried before the child comes. */
function Checks() {
  const page = usePage()
  const say = useSay()
  const { lineIsReady, soundIsAwake } = useWatched(page.state)
  const [wasHeard, setHeard] = useState(false)
  const isHeard = wasHeard && soundIsAwake
  return (
    <ul className="checks">
      <li>
        <Mark isGood={isHeard} />
        {say(isHeard ? 'check.sound-good' : wasHeard ? 'check.sound-out' : 'check.sound')}
        <button type="button" onClick={() => void page.tryRing().then(setHeard)}>
          {say('check.try')}
        </button>
      </li>
      <CameraCheck />
      <li>
        <Mark isGood={lineIsReady} />
        {say(lineIsReady ? 'check.link-good' : 'check.link-wait')}
      </li>
    </ul>
  )
}

/** Not by colour alone: a tick, or an empty ring. */
function Mark({ isGood }: { readonly isGood: boolean }) {
  if (!isGood) return <span className="mark open" />
  return (
    <span className="mark good">
      <Icon name="check-circle" />
    </span>
  )
}

function CameraCheck() {
  const say = useSay()
  const [found, setFound] = useState<'unknown' | 'good' | 'bad' | 'out'>('unknown')
  const [isShown, setShown] = useState(false)
  const words = {
    unknown: 'check.camera',
    good: 'check.camera-good',
    bad: 'check.camera-bad',
    out: 'check.camera-out',
  } as const
  return (
    <li>
      <Mark isGood={found === 'good'} />
      {say(words[found])}
      <button type="button" onClick={() => setShown(!isShown)}>
        {say(isShown ? 'check.hide' : 'check.look')}
      </button>
      {isShown && (
        <Mirror
          onFound={(now) => {
            setFound(now)
            if (now === 'bad') setShown(false)
          }}
        />
      )}
    </li>
  )
}

/** The own picture while it is looked at; the camera goes off with it. */
function Mirror({ onFound }: { readonly onFound: (found: 'good' | 'bad' | 'out') => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const found = useRef(onFound)
  useEffect(() => {
    let kept: LiveDevice | null = null
    let isGone = false
    const show = (track: MediaStreamTrack): void => {
      if (!video.current) return
      video.current.srcObject = new MediaStream([track])
      void video.current.play().catch(() => undefined)
    }
    const open = async (): Promise<void> => {
      const media = deviceMedia()
      const first = await media.track('camera')
      if (isGone || !first.ok) {
        if (first.ok) first.value.stop()
        return isGone ? undefined : found.current('bad')
      }
      const camera = keepDevice({
        kind: 'camera',
        first,
        open: () => media.track('camera'),
        onTrack: show,
      })
      kept = camera
      camera.lack.watch(() => found.current(camera.lack.now() ? 'out' : 'good'))
      show(first.value)
      found.current('good')
    }
    void open()
    return () => {
      isGone = true
      kept?.close()
    }
  }, [])
  return <video ref={video} className="mirror" muted playsInline />
}
