import './panel.css'
import type { CSSProperties, ReactNode } from 'react'
import { Swallow } from '../drawings/swallow.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../sprite/names.ts'

export interface PanelProps {
  readonly title?: ReactNode
  /** A small word beside the title. */
  readonly note?: ReactNode
  /** Buttons and legends at the right end of the head. */
  readonly right?: ReactNode
  /** `warm` for strengths and own words, `calm` for a summary. */
  readonly tone?: 'warm' | 'calm'
  /** Gives what is inside the usual room around it. */
  readonly inset?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, note, right, tone, inset = false, className, children }: PanelProps) {
  return (
    <section className={['panel', tone, className].filter(Boolean).join(' ')}>
      {(title || right) && (
        <header>
          {title && <h2>{title}</h2>}
          {note && <small>{note}</small>}
          {right && <div className="right">{right}</div>}
        </header>
      )}
      {inset ? <div className="inside">{children}</div> : children}
    </section>
  )
}

export interface FigureProps {
  readonly label: string
  readonly value: string
  /** Small words after the figure: “of 154”. */
  readonly unit?: string
  /** A `Chip` under it. */
  readonly children?: ReactNode
}

/** One large number of a report. Four stand in `<div className="figures">`. */
export function Figure({ label, value, unit, children }: FigureProps) {
  return (
    <section className="panel figure">
      <small>{label}</small>
      <b>
        {value} {unit && <small>{unit}</small>}
      </b>
      {children}
    </section>
  )
}

export type BarTone = 'call' | 'learn' | 'diary' | 'me' | 'sun' | 'bad' | 'staff' | 'roof'

const barColours: Readonly<Record<BarTone, string>> = {
  call: 'var(--call-500)',
  learn: 'var(--learn-500)',
  diary: 'var(--diary-500)',
  me: 'var(--me-500)',
  sun: 'var(--sun)',
  bad: 'var(--bad)',
  staff: 'var(--staff-primary)',
  roof: 'var(--roof-light)',
}

const filled = (part: number, tone: BarTone) =>
  ({ transform: `scaleX(${Math.min(1, Math.max(0, part))})`, '--c': barColours[tone] }) as CSSProperties

export interface BarsProps {
  readonly items: readonly {
    readonly id: string
    readonly label: string
    /** The number in words; never told by the bar alone. */
    readonly text: string
    /** 0 to 1 */
    readonly part: number
    readonly tone?: BarTone
  }[]
}

/** Lying bars with their numbers. */
export function Bars({ items }: BarsProps) {
  return (
    <ul className="gapbars">
      {items.map(({ id, label, text, part, tone = 'staff' }) => (
        <li key={id}>
          <span>{label}</span>
          <b>{text}</b>
          <span className="track">
            <i style={filled(part, tone)} />
          </span>
        </li>
      ))}
    </ul>
  )
}

export interface ProgressProps {
  readonly label: string
  /** 0 to 1; without it the end is not known. */
  readonly value?: number
  /** “1,200 of 5,000 lines” */
  readonly text?: string
}

export function Progress({ label, value, text }: ProgressProps) {
  const known = value !== undefined
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(value * 100) : undefined}
      aria-valuetext={text}
    >
      <span>{label}</span>
      {text && <small>{text}</small>}
      <span className={known ? 'track' : 'track endless'}>
        <i style={known ? filled(value, 'staff') : undefined} />
      </span>
    </div>
  )
}

export type ChipTone = 'good' | 'care' | 'bad' | 'note' | 'call' | 'learn' | 'diary' | 'me'

/** A word on its ground. */
export function Chip({
  tone,
  icon,
  children,
}: {
  readonly tone?: ChipTone
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={tone ? `chip ${tone}` : 'chip'}>
      {icon && <Icon name={icon} weight="regular" />}
      {children}
    </span>
  )
}

const noticeIcons = { good: 'check-circle', care: 'warning', bad: 'warning-diamond', note: 'info' } as const

export interface NoticeProps {
  readonly tone: 'good' | 'care' | 'bad' | 'note'
  readonly title: string
  readonly children?: ReactNode
  /** A `Button` at the right end. */
  readonly action?: ReactNode
}

/** A line that says how something stands; read out when it appears. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={noticeIcons[tone]} weight="fill" />
      <div>
        <p>
          <b>{title}</b>
          {children}
        </p>
      </div>
      {action}
    </div>
  )
}

export interface EmptyStateProps {
  readonly title: string
  readonly hint?: string
  /** A `Button`. */
  readonly action?: ReactNode
}

/** Nothing here yet: what is so, and the one thing to do. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="nothing">
      <svg className="nest" viewBox="-40 -40 80 80" aria-hidden="true">
        <ellipse cy="26" rx="30" ry="10" fill="#c9a878" />
        <path d="M-30 22q30 20 60 0v6q-30 20-60 0z" fill="#a98556" />
        <Swallow x={-4} y={-8} scale={0.9} />
      </svg>
      <b>{title}</b>
      {hint && <p>{hint}</p>}
      {action}
    </div>
  )
}
