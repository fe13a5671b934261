import { useRef, useState } from 'react'
import type { ComputerAnswer } from '#core/learning/computer/activity-rules.ts'
import type { Tool } from '#core/learning/computer/skill-rules.ts'
import type { ActivityProps } from '../frame/props.ts'

/** What of an exercise is done, and how it goes: the window's side of a task. */
export interface Deed {
  /** In the task's own order; begins with what was kept before a crash. */
  readonly done: readonly number[]
  readonly over: boolean
  /** One step further: `whole` once it was the last. */
  readonly step: (done: readonly number[], by: Tool, whole: boolean) => void
  /** A click beside, a drop elsewhere, another key. */
  readonly miss: () => void
}

type Parts = Pick<ActivityProps<unknown>, 'progress' | 'stage' | 'shown' | 'busy' | 'onAnswer' | 'onKeep'>

export function useDeed(
  { progress, stage, shown, busy, onAnswer, onKeep }: Parts,
  solved: readonly number[],
): Deed {
  const [done, setDone] = useState(() => keptIn(progress, solved.length))
  const [began] = useState(() => performance.now())
  const went = useRef<{ misses: number; by: Tool | undefined }>({ misses: 0, by: undefined })
  const over = stage === 'right' || shown !== null
  return {
    done: over ? solved : done,
    over,
    step(next, by, whole) {
      if (over || busy) return
      // One detour over the keyboard, and the exercise was not done with the hand alone.
      went.current.by = went.current.by === 'keys' ? 'keys' : by
      setDone(next)
      const { misses } = went.current
      const ms = Math.round(performance.now() - began)
      const answer: ComputerAnswer = { done: next, misses, ms, by: went.current.by }
      if (whole) onAnswer({ ...answer })
      else onKeep([...next])
    },
    miss() {
      if (!over) went.current.misses += 1
    },
  }
}

/** What was kept: whole numbers, as many as the task has at most; else nothing. */
function keptIn(progress: unknown, most: number): readonly number[] {
  if (!Array.isArray(progress) || progress.length > most) return []
  return progress.every((one) => Number.isInteger(one) && one >= -1 && one <= 20)
    ? (progress as number[])
    : []
}

/** What a click was made with; a button that is pressed by Enter or Space has no pointer. */
export function toolOf({ nativeEvent }: { readonly nativeEvent: Event }): Tool {
  const type = 'pointerType' in nativeEvent ? nativeEvent.pointerType : ''
  return type === 'mouse' || type === 'touch' || type === 'pen' ? type : 'keys'
}
