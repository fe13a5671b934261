import { useEffect, useRef } from 'react'
import { Face } from '#ui/child/face.tsx'
import { useChild } from '../../pupil/session/session.tsx'
import { useWords } from '../../i18n/use-words.tsx'

export interface SelfPictureProps {
  readonly stream: MediaStream | null
  /** The picture goes out; else the child's animal stands there. */
  readonly seen: boolean
  readonly className?: string
}

/** Oneself as in a mirror. */
export function SelfPicture({ stream, seen, className = 'self' }: SelfPictureProps) {
  const { t } = useWords()
  const child = useChild()
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element || !seen) return undefined
    element.srcObject = stream
    return () => {
      element.srcObject = null
    }
  }, [stream, seen])
  return (
    <figure className={className} aria-label={t('call.self')}>
      {seen ? <video ref={video} muted autoPlay playsInline /> : <Face face={child.face} />}
    </figure>
  )
}
