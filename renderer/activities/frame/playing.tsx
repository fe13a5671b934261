import { useEffect, useRef, useState, type ComponentType } from 'react'
import type { Json, Round } from '#contract/learning.ts'
import { useDo } from '../../api/query.tsx'
import { FrameContext } from './frame.tsx'
import type { ActivityProps, Stage } from './props.ts'
import { useKept } from './use-kept.ts'

/** How long a right answer stays to be enjoyed, ms; longer for what took minutes. */
const enjoyed = (round: Round): number => (round.length === 1 ? 2500 : 1000)

interface Ended {
  readonly next: Round
  readonly grew: boolean
}

export interface PlayingProps {
  readonly round: Round
  readonly title: string
  readonly Exercise: ComponentType<ActivityProps<unknown>>
  readonly onRound: (round: Round) => void
  /** This exercise is done; the answer as it was given, or as it was shown. */
  readonly onDone: (answer: Json) => void
  /** The round is done; did the bamboo grow? */
  readonly onEnd: (grew: boolean) => void
}

/** One exercise: what its activity draws, and everything that is the same for all of them. Made anew for each exercise. */
export function Playing({ round, title, Exercise, onRound, onDone, onEnd }: PlayingProps) {
  const [stage, setStage] = useState<Stage>('asking')
  const [hint, setHint] = useState<Json>(round.hint)
  const [said, setSaid] = useState<Json>(null)
  const [shown, setShown] = useState<Json>(null)
  const [ended, setEnded] = useState<Ended>()
  const [given, setGiven] = useState<Json>(null)
  const turn = { round: round.id, now: round.now }
  const onKeep = useKept(round.id, round.now)

  const answer = useDo('learning.answer', {
    done: (told) => {
      if (told.check === 'nothing') return
      setSaid(told.said)
      if (told.check === 'partly') return setStage('partly')
      if (told.check === 'right') {
        setEnded({ next: told.round, grew: told.grew })
        return setStage('right')
      }
      if (told.shown !== null) {
        setEnded({ next: told.round, grew: told.grew })
        setShown(told.shown)
        return setStage('shown')
      }
      setHint(told.hint)
      return setStage('wrong')
    },
  })
  const help = useDo('learning.hint', { done: setHint })
  const swap = useDo('learning.swap', { done: onRound })
  const giveUp = useDo('learning.giveUp', {
    done: (told) => {
      setEnded({ next: told.round, grew: told.grew })
      setShown(told.shown)
      setStage('shown')
    },
  })

  const goOn = () => {
    if (!ended) return
    onDone(shown ?? given)
    if (ended.next.now >= ended.next.length) onEnd(ended.grew)
    onRound(ended.next)
  }
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  const stays = enjoyed(round)
  useEffect(() => {
    if (stage !== 'right') return undefined
    const timer = setTimeout(() => latest.current(), stays)
    return () => clearTimeout(timer)
  }, [stage, stays])

  const over = stage === 'right' || stage === 'shown'
  const busy = answer.busy || swap.busy || giveUp.busy || over
  return (
    <FrameContext
      value={{
        round,
        title,
        stage,
        busy: busy || help.busy,
        refusal: answer.refusal ?? help.refusal ?? swap.refusal ?? giveUp.refusal,
        help: () => help.go(turn),
        swap: () => swap.go(turn),
        giveUp: () => giveUp.go(turn),
        goOn,
      }}
    >
      <Exercise
        exercise={round.exercise}
        fromBook={round.fromBook}
        stage={stage}
        hint={hint}
        said={said}
        shown={shown}
        progress={round.progress}
        busy={busy}
        onAnswer={(next) => {
          if (busy) return
          setGiven(next)
          answer.go({ ...turn, answer: next })
        }}
        onKeep={(progress) => (over ? undefined : onKeep(progress))}
        onTouched={() => (stage === 'wrong' || stage === 'partly' ? setStage('asking') : undefined)}
      />
    </FrameContext>
  )
}
