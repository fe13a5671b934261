import './computer.css'
import './nest.css'
import './tower.css'
import './plants.css'
import './keys.css'
import './hill-path.css'
import './desk.css'
import { useState } from 'react'
import type { ComputerExercise, ComputerHint } from '#core/learning/computer/activity-rules.ts'
import { doneOf } from '#core/learning/computer/task-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useGo } from '../../pupil/session/session.tsx'
import { useFrame } from '../frame/frame.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Chords } from './chords.tsx'
import { Files } from './files.tsx'
import { HillPath } from './hill-path.tsx'
import { Keys } from './keyboard.tsx'
import { Nest } from './nest.tsx'
import { Plants } from './plants.tsx'
import { Spots } from './spots.tsx'
import { Tower } from './tower.tsx'
import { useDeed } from './use-deed.ts'
import { Windows } from './windows.tsx'
import { useComputerWords } from './words.ts'

type Props = ActivityProps<ComputerExercise, ComputerHint>

/** First computer skills: a round begins on the path up the hill, then four exercises of the skill in turn. */
export function Computer(props: Props) {
  const { t } = useComputerWords()
  const { t: s } = useShelfWords()
  const go = useGo()
  const { round } = useFrame()
  const [onPath, setOnPath] = useState(round.now === 0 && props.progress === null)
  if (!onPath) return <Exercise {...props} />
  return (
    <Board
      speak={t('path-say')}
      unseen
      end={<Pill picture="passport" label={s('passport.open')} onPress={() => go('learn', 'passport')} />}
    >
      <HillPath at={props.exercise.level} onGo={() => setOnPath(false)} />
    </Board>
  )
}

function Exercise(props: Props) {
  const ask = useAsk(props.exercise)
  return (
    <Board className="pc-board" speak={ask} tools={<Under ask={ask} />}>
      <Task {...props} />
    </Board>
  )
}

function Under({ ask }: { readonly ask: string }) {
  const { t } = useComputerWords()
  const { stage } = useFrame()
  return (
    <div className="pc-under">
      {stage === 'shown' ? (
        <Says shown={t('shown')} />
      ) : (
        <p className="pc-ask">
          <SpokenText>{ask}</SpokenText>
        </p>
      )}
      <Tools swap={false} giveUp />
    </div>
  )
}

/** What is to be done, as it is read aloud. */
function useAsk({ level, task }: ComputerExercise): string {
  const { t } = useComputerWords()
  switch (task.kind) {
    case 'windows':
      return t(`deed.${task.deed}`, { who: t(`animal.${task.windows[task.at] ?? 'cat'}`) })
    case 'files':
      return t(`file.${task.deed}`, {
        what: t(`name.${task.files[task.at] ?? 'apple'}`),
        whose: t(`animal.${task.folders[task.to] ?? 'cat'}`),
      })
    case 'scroll':
      return t('ask.scroll', { who: t(`animal.${task.floors[task.at] ?? 'cat'}`) })
    default:
      return t(`ask.${level === 'windows' || level === 'files' || level === 'scroll' ? 'click' : level}`)
  }
}

function Task(props: Props) {
  const { exercise, hint } = props
  const { level, task } = exercise
  const going = useDeed(props, doneOf(task))
  const ring = hint !== null
  switch (task.kind) {
    case 'spots':
      return <Spots level={level} spots={task.spots} deed={going} ring={ring} />
    case 'drag':
      return <Nest spots={task.spots} home={task.home} deed={going} ring={ring} />
    case 'scroll':
      return <Tower floors={task.floors} at={task.at} deed={going} ring={ring} />
    case 'menu':
      return <Plants spots={task.spots} wants={task.wishes} deed={going} ring={ring} />
    case 'keys':
      return <Keys keys={task.keys} deed={going} ring={ring} />
    case 'chords':
      return <Chords chords={task.chords} deed={going} ring={ring} />
    case 'windows':
      return <Windows {...task} going={going} ring={ring} />
    case 'files':
      return <Files {...task} going={going} ring={ring} />
  }
}
