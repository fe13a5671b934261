import { useEffect, useRef } from 'react'
import { Button, Picture } from '#ui/staff.ts'
import { createLevelMeter } from '../../calls/levels.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'
import { deviceChip } from './device-words.ts'
import { useMediaTest } from './use-media-test.ts'

const bars = 12

/** Looks a second; an old machine has other things to do. */
const RATE = 12
/** A bar falls from full to nothing in this many seconds, so that an eye can follow a short sound. */
const FALL_S = 1

/** Tells the loudness of the stream, 0 to 1, twelve times a second until the returned function is called. */
function listenTo(stream: MediaStream, tell: (loudness: number) => void): () => void {
  const meter = createLevelMeter(stream)
  let shown = 0
  const timer = setInterval(() => {
    shown = Math.max(meter.level(), shown - 1 / RATE / FALL_S)
    tell(shown)
  }, 1000 / RATE)
  return () => {
    clearInterval(timer)
    meter.stop()
  }
}

export function MicrophoneCheck() {
  const { t } = useWords()
  const test = useMediaTest('microphone', 'set-up')
  const meter = useRef<HTMLUListElement>(null)
  const { stream } = test
  useEffect(() => {
    if (!stream) return undefined
    // The bars are moved by hand: twelve renders a second are too many for an old machine.
    return listenTo(stream, (loudness) => {
      const lit = Math.round(loudness * bars)
      for (const [index, bar] of [...(meter.current?.children ?? [])].entries()) {
        bar.classList.toggle('on', index < lit)
      }
    })
  }, [stream])
  return (
    <CheckCard
      title={t('setup.microphone')}
      icon="microphone"
      state={deviceChip(t, test.state)}
      picture={
        <>
          <Picture name="microphone" />
          {stream && (
            <ul ref={meter} className="setup-meter" aria-label={t('setup.microphone-picture')}>
              {Array.from({ length: bars }, (_, index) => (
                <li key={index} />
              ))}
            </ul>
          )}
        </>
      }
      actions={
        test.running ? (
          <Button label={t('setup.stop')} icon="stop" onPress={test.stop} />
        ) : (
          <Button label={t('setup.try')} icon="play" onPress={() => void test.start()} />
        )
      }
    />
  )
}
