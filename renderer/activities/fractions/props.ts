import type { FractionExercise, FractionHint } from '#core/learning/fractions/activity-rules.ts'
import type { ActivityProps } from '../frame/props.ts'

export type FractionProps = ActivityProps<FractionExercise, FractionHint>
