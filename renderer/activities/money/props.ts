import type { MoneyExercise, MoneyHint } from '#core/learning/money/activity-rules.ts'
import type { ActivityProps } from '../frame/props.ts'

export type MoneyProps = ActivityProps<MoneyExercise, MoneyHint>
