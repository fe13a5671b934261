import './balance.css'
import type { BalanceExercise, BalanceHint } from '#core/learning/balance/activity-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { ChooseTask } from './choose.tsx'
import { CoinsTask } from './coins.tsx'
import { FillTask } from './fill.tsx'

/** Scales: choose, fill, or weigh coins. */
export function Balance(props: ActivityProps<BalanceExercise, BalanceHint>) {
  const { task } = props.exercise
  if (task.kind === 'choose') return <ChooseTask task={task} props={props} />
  return task.kind === 'fill' ? (
    <FillTask task={task} props={props} />
  ) : (
    <CoinsTask task={task} props={props} />
  )
}
