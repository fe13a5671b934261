import { useEffect, useRef } from 'react'
import { Button, Picture } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'
import { deviceChip } from './device-words.ts'
import { useMediaTest } from './use-media-test.ts'

export function CameraCheck() {
  const { t } = useWords()
  const test = useMediaTest('camera', 'set-up')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = test.stream ?? null
  }, [test.stream])
  return (
    <CheckCard
      title={t('setup.camera')}
      icon="video-camera"
      state={deviceChip(t, test.state)}
      picture={
        test.stream ? (
          // A mirror of oneself: there is nothing in it to caption.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video ref={video} autoPlay muted playsInline aria-label={t('setup.camera-picture')} />
        ) : (
          <Picture name="camera" />
        )
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
