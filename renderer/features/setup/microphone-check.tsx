import { useEffect, useRef } from 'react'
import { Button, Picture } from '#ui/staff.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { CheckCard } from './check-card.tsx'
import { deviceChip } from './device-words.ts'
import { useMediaTest } from './use-media-test.ts'

const wants = { audio: true }
const bars = 12

/** Loudness of the stream, 0 to 1, told on each picture of the screen until the returned function is called. */
function listenTo(stream: MediaStream, tell: (loudness: number) => void): () => void {
  const audio = new AudioContext()
  const meter = audio.createAnalyser()
  audio.createMediaStreamSource(stream).connect(meter)
  const wave = new Float32Array(meter.fftSize)
  let frame = 0
  const look = () => {
    meter.getFloatTimeDomainData(wave)
    const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length
    tell(Math.min(1, Math.sqrt(power) * 4))
    frame = requestAnimationFrame(look)
  }
  look()
  return () => {
    cancelAnimationFrame(frame)
    void audio.close()
  }
}

export function MicrophoneCheck() {
  const { t } = useWords()
  const test = useMediaTest(wants)
  const meter = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const { stream } = test
    if (!stream) return
    // The bars are moved by hand: sixty renders a second are too many for an old machine.
    return listenTo(stream, (loudness) => {
      const lit = Math.round(loudness * bars)
      for (const [index, bar] of [...(meter.current?.children ?? [])].entries()) {
        bar.classList.toggle('on', index < lit)
      }
    })
  }, [test])
  return (
    <CheckCard
      title={t('setup.microphone')}
      icon="microphone"
      state={deviceChip(t, test.state)}
      picture={
        <>
          <Picture name="microphone" />
          {test.stream && (
            <ul ref={meter} className="setup-meter" aria-label={t('setup.microphone-picture')}>
              {Array.from({ length: bars }, (_, index) => (
                <li key={index} />
              ))}
            </ul>
          )}
        </>
      }
      actions={
        test.stream ? (
          <Button label={t('setup.stop')} icon="stop" onPress={test.stop} />
        ) : (
          <Button label={t('setup.try')} icon="play" onPress={() => void test.start()} />
        )
      }
    />
  )
}
