import { useEffect, useRef, useState } from 'react'
import type { ParentHome } from '#contract/wire.ts'
import { Button, Face, Icon } from '../parts.tsx'
import { keepPlaying } from '../keep-playing.ts'
import { usePage, useSay } from '../use-page.ts'
import type { Recording, SendProblem } from '../view-rules.ts'

/** Leaving words for the child: choose, speak, listen, send. */
export function Recorder({ home, recording }: { readonly home: ParentHome; readonly recording: Recording }) {
  const page = usePage()
  const say = useSay()
  const { given: child } = home.child
  const isLeft = recording.at === 'left'
  return (
    <main>
      <section className="card with-small-face">
        <Face child={home.child} size="small" />
        <h1>{say(isLeft ? 'left.title' : 'record.title', { child })}</h1>
        <p>{say(isLeft ? 'left.lead' : 'record.lead', { child })}</p>
      </section>
      <Step child={child} recording={recording} />
      {(recording.at === 'choosing' || recording.at === 'review') && (
        <Button look="quiet" onPress={page.closeRecorder}>
          {say('message.back')}
        </Button>
      )}
    </main>
  )
}

function Step({ child, recording }: { readonly child: string; readonly recording: Recording }) {
  const page = usePage()
  const say = useSay()
  switch (recording.at) {
    case 'choosing':
      return (
        <>
          <Button look="main" icon="microphone" onPress={() => page.startRecording('voice')}>
            {say('record.voice')}
          </Button>
          <Button icon="video-camera" onPress={() => page.startRecording('video')}>
            {say('record.video')}
          </Button>
        </>
      )
    case 'going':
      return (
        <>
          {recording.kind === 'video' && <Live />}
          {recording.rests ? (
            <p className="note" role="status">
              <Icon name="microphone-slash" />
              <span>{say('record.rests', { seconds: recording.seconds })}</span>
            </p>
          ) : (
            <p className="going" role="timer">
              <i />
              {say('record.going', { seconds: recording.seconds })}
            </p>
          )}
          {recording.isSilent && (
            <p className="note" role="status">
              <Icon name="microphone-slash" />
              <span>{say('record.silent')}</span>
            </p>
          )}
          {recording.isUnseen && !recording.rests && (
            <p className="note" role="status">
              <Icon name="video-camera-slash" />
              <span>{say('record.unseen')}</span>
            </p>
          )}
          <Button look="main" icon="stop" onPress={page.stopRecording}>
            {say('record.stop')}
          </Button>
        </>
      )
    case 'review':
      return <Review child={child} kind={recording.kind} problem={recording.problem} />
    case 'sending':
      return (
        <>
          <section className="card" aria-busy="true">
            <progress max={100} value={recording.percent} />
            <p role="status">
              {recording.isPaused
                ? say('record.paused')
                : say('record.sending', { percent: recording.percent })}
            </p>
          </section>
          <Button look="quiet" onPress={page.takeBackRecording}>
            {say('record.take-back')}
          </Button>
        </>
      )
    case 'left':
      return (
        <Button look="main" icon="check-circle" onPress={page.closeRecorder}>
          {say('ended.back')}
        </Button>
      )
  }
}

interface ReviewProps {
  readonly child: string
  readonly kind: 'voice' | 'video'
  readonly problem: SendProblem | null
}

function Review({ child, kind, problem }: ReviewProps) {
  const page = usePage()
  const say = useSay()
  const [address] = useState(() => URL.createObjectURL(page.recorded() ?? new Blob()))
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <>
      {problem && (
        <p className="note" role="status">
          <Icon name="warning-circle" />
          <span>{say(`record.${problem}`)}</span>
        </p>
      )}
      {/* oxlint-disable jsx-a11y/media-has-caption -- the person's own words, just spoken */}
      {kind === 'video' && <video className="film" src={address} controls playsInline />}
      {kind === 'voice' && (
        <audio className="heard" src={address} controls aria-label={say('record.review')} />
      )}
      {/* oxlint-enable jsx-a11y/media-has-caption */}
      <Button look="main" icon="paper-plane-right" onPress={page.sendRecording}>
        {say('record.send', { child })}
      </Button>
      <Button onPress={page.openRecorder} icon="arrow-clockwise">
        {say('record.again')}
      </Button>
    </>
  )
}

function Live() {
  const page = usePage()
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const stream = page.recorder()?.stream
    if (!stream || !video.current) return undefined
    video.current.srcObject = stream
    return keepPlaying(video.current, () => undefined)
  }, [page])
  return <video ref={video} className="mirror" muted playsInline />
}
