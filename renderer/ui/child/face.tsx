import './face.css'
import type { CSSProperties } from 'react'
import type { Face as Look } from '#contract/people.ts'
import { Picture } from '../picture.tsx'

export interface FaceProps {
  readonly face: Look
  /** Diameter in px; unless given, what the place around it says (64, staff 40). */
  readonly size?: number
  readonly className?: string
}

/** A child's face: the animal on its tone, or the photograph in the same circle. The name stands beside it. */
export function Face({ face, size, className }: FaceProps) {
  const style = size === undefined ? undefined : ({ '--size': `${size}px` } as CSSProperties)
  return (
    <span className={className ? `face ${className}` : 'face'} data-tone={face.tone} style={style}>
      {face.photo ? <img className="photo" src={face.photo} alt="" /> : <Picture name={face.animal} />}
    </span>
  )
}
