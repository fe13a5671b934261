import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts'
import type { Report, Unit } from '#contract/usage.ts'
import { Panel } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { stacked } from './activity-colours.ts'

interface ReportChartProps {
  readonly report: Report
  readonly unit: Unit
  /** The room's day, YYYY-MM-DD: what is not over yet stands paler, and a term ends with the week that runs. */
  readonly today: string
}

const words = { fontSize: 12, fill: 'var(--staff-ink-soft)' } as const

/** Minutes of a day, hours of everything longer. */
export default function ReportChart({ report, unit, today }: ReportChartProps) {
  const { t, language } = useWords()
  const inMinutes = unit === 'day'
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const shown = unit === 'term' ? report.bars.filter(({ from }) => from <= today) : report.bars
  const bars = shown.map(({ label, from, minutes }, index) => ({
    label: inMinutes ? t('report.hour', { hour: label }) : day.format(new Date(from)),
    running: !inMinutes && from <= today && (shown[index + 1]?.from ?? '9999') > today && report.to >= today,
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
          <BarChart data={bars} accessibilityLayer={false} margin={{ top: 12, right: 8, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--staff-line)" />
            <XAxis dataKey="label" tickLine={false} tick={words} stroke="var(--staff-line-strong)" />
            <YAxis axisLine={false} tickLine={false} width={40} tick={words} />
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
                maxBarSize={34}
                shape={Block}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </Panel>
  )
}

/** One block of a bar: rounded, two pixels of air above it, paler while its time still runs. */
function Block({ x, y, width, height, fill, payload }: BarShapeProps) {
  const tall = height - 2
  if (!(tall > 0)) return null
  const running = (payload as { readonly running?: boolean } | undefined)?.running === true
  return (
    <rect
      x={x}
      y={y + 2}
      width={width}
      height={tall}
      rx={Math.min(4, tall / 2)}
      fill={fill}
      fillOpacity={running ? 0.6 : 1}
    />
  )
}
