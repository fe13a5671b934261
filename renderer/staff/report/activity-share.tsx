import type { Report, Unit } from '#contract/usage.ts'
import { Bars, Panel } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { stacked } from './activity-colours.ts'

/** Where the time went: each activity with its time and its share of the most used one. */
export function ActivityShare({ report, unit }: { readonly report: Report; readonly unit: Unit }) {
  const { t, language } = useWords()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const sums = stacked.map(({ id, tone }) => ({
    id,
    tone,
    minutes: report.bars.reduce((sum, bar) => sum + bar.minutes[id], 0),
  }))
  const most = Math.max(1, ...sums.map(({ minutes }) => minutes))
  const words = (minutes: number) =>
    unit === 'day'
      ? t('report.minutes-n', { n: number.format(minutes) })
      : t('report.hours-n', { n: number.format(minutes / 60) })
  return (
    <Panel title={t('report.where-time')}>
      <Bars
        items={sums.map(({ id, tone, minutes }) => ({
          id,
          tone,
          label: t(`activity.${id}`),
          text: words(minutes),
          part: minutes / most,
        }))}
      />
    </Panel>
  )
}
