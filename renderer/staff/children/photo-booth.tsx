import { useEffect, useRef } from 'react'
import { Button, Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { useMediaTest } from '../setup/use-media-test.ts'

/** A tile is at most 168 px; twice that stays sharp. */
const side = 336

/** The middle square of the picture as a JPEG, as small as a tile needs it. */
async function photograph(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const part = Math.min(video.videoWidth, video.videoHeight)
  const left = (video.videoWidth - part) / 2
  const top = (video.videoHeight - part) / 2
  canvas.getContext('2d')?.drawImage(video, left, top, part, part, 0, 0, side, side)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}

interface PhotoBoothProps {
  readonly busy: boolean
  readonly onPhoto: (image: Uint8Array<ArrayBuffer>) => void
  readonly onClose: () => void
}

/** A square mirror and a shutter. The camera is on only while this is open. */
export function PhotoBooth({ busy, onPhoto, onClose }: PhotoBoothProps) {
  const { t } = useWords()
  const { state, stream, start } = useMediaTest('camera', 'photo')
  const video = useRef<HTMLVideoElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void start()
  }, [start])
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null
  }, [stream])
  return (
    <div className="photo-booth">
      {state === 'untried' && <span className="photo-blank" />}
      {state === 'on' && (
        // The child's own mirror: there is nothing in it to caption.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video ref={video} autoPlay muted playsInline aria-label={t('setup.camera-picture')} />
      )}
      {state !== 'on' && state !== 'untried' && (
        <>
          <span className="photo-blank" />
          <Notice tone="care" title={t(`setup.device.${state}`)}>
            {t(state === 'refused' ? 'setup.device.refused-hint' : 'setup.device.comes-back')}
          </Notice>
        </>
      )}
      <div className="photo-actions">
        <Button label={t('children.cancel')} onPress={onClose} />
        <Button
          label={t('children.shoot')}
          look="main"
          icon="camera"
          disabled={state !== 'on'}
          busy={busy}
          onPress={() => {
            if (video.current) void photograph(video.current).then((image) => image && onPhoto(image))
          }}
        />
      </div>
    </div>
  )
}
