import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Activity, Report, Unit } from '#contract/usage.ts'
import { Panel } from '#ui/staff.ts'
import { useWords } from '../../i18n/use-words.tsx'

/** From the ground up: the doors in their order, then the time between them. */
const stacked = [
  { id: 'call', colour: 'var(--call-500)' },
  { id: 'learn', colour: 'var(--learn-500)' },
  { id: 'diary', colour: 'var(--diary-500)' },
  { id: 'me', colour: 'var(--me-500)' },
  { id: 'home', colour: 'var(--roof-light)' },
] as const satisfies readonly { readonly id: Activity; readonly colour: string }[]

/** Minutes of a day, hours of everything longer. */
export default function ReportChart({ report, unit }: { readonly report: Report; readonly unit: Unit }) {
  const { t, language } = useWords()
  const inMinutes = unit === 'day'
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const bars = report.bars.map(({ label, from, minutes }) => ({
    label: inMinutes ? t('report.hour', { hour: label }) : day.format(new Date(from)),
    ...Object.fromEntries(stacked.map(({ id }) => [id, inMinutes ? minutes[id] : minutes[id] / 60])),
  }))
  return (
    <Panel
      title={t(`report.chart.${unit}`)}
      note={inMinutes ? t('report.in-minutes') : t('report.hours')}
      right={
        <span className="legend">
          {stacked.map(({ id, colour }) => (
            <span key={id}>
              <i style={{ background: colour }} />
              {t(`activity.${id}`)}
            </span>
          ))}
        </span>
      }
      className="chart-place"
    >
      <div className="chart" role="img" aria-label={t(`report.chart.${unit}`)}>
        <ResponsiveContainer width="100%" height={268}>
          <BarChart data={bars} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--staff-line)" />
            <XAxis dataKey="label" tickLine={false} fontSize={12} stroke="var(--staff-ink-soft)" />
            <YAxis
              axisLine={false}
              tickLine={false}
              width={44}
              fontSize={12}
              stroke="var(--staff-ink-soft)"
            />
            <Tooltip
              cursor={{ fill: 'var(--staff-primary-ground)' }}
              formatter={(value) => number.format(Number(value))}
            />
            {stacked.map(({ id, colour }) => (
              <Bar
                key={id}
                dataKey={id}
                name={t(`activity.${id}`)}
                stackId="minutes"
                fill={colour}
                maxBarSize={40}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </Panel>
  )
}
