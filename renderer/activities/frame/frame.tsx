import { createContext, useContext } from 'react'
import type { Round } from '#contract/learning.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Stage } from './props.ts'

/** What the parts of the frame (title line, tools, words of help) know of the exercise. */
export interface Frame {
  readonly round: Round
  readonly title: string
  readonly stage: Stage
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  readonly help: () => void
  readonly swap: () => void
  readonly giveUp: () => void
  readonly goOn: () => void
}

export const FrameContext = createContext<Frame | undefined>(undefined)

export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('a part of the frame stands outside an activity')
  return frame
}
