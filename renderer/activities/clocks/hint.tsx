import type { ClockHint } from '#core/learning/clocks/activity-rules.ts'
import { faceText, HALF_DAY, timeText } from '#core/learning/clocks/time-rules.ts'
import { JumpLine } from '../frame/jump-line.tsx'
import { useClocksWords } from './words.ts'

type Jumps = Extract<ClockHint, { kind: 'jumps' }>

/** Jumps through time, over the whole hours. `day`: times of 24 hours. */
export function TimeLine({ hint: { stops, jumps }, day }: { readonly hint: Jumps; readonly day: boolean }) {
  const { t } = useClocksWords()
  const text = (stop: number) => (day ? timeText(stop) : faceText((stop + HALF_DAY) % HALF_DAY))
  return (
    <JumpLine
      stops={stops.map((stop) => (stop === null ? null : text(stop)))}
      jumps={jumps.map((jump) => (jump === null ? null : `${jump}`))}
      label={t('jumps')}
    />
  )
}
