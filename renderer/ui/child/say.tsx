import './say.css'
import { useEffect, useState } from 'react'
import { Cloud } from '../drawings/land.tsx'
import { Sun } from '../drawings/sun.tsx'
import { Swallow } from '../drawings/swallow.tsx'
import { Dots, Pill } from './buttons.tsx'
import { SpokenText } from './speak.tsx'

export interface SayCardProps {
  readonly kind: 'empty' | 'offline' | 'error'
  /** One line of what is so. */
  readonly title: string
  /** One line of what to do, or what is safe. */
  readonly hint: string
  /** At most one button. */
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

/** Empty, offline, error: our swallow or sun, two lines, at most one button. */
export function SayCard({ kind, title, hint, action }: SayCardProps) {
  return (
    <section className="say card" role={kind === 'empty' ? undefined : 'status'}>
      <span className="say-pic">
        <svg viewBox="-40 -40 80 80" aria-hidden="true">
          {kind === 'empty' && <Nest />}
          {kind === 'offline' && <Away />}
          {kind === 'error' && <Low />}
        </svg>
      </span>
      <p>
        <b>
          <SpokenText>{title}</SpokenText>
        </b>
        <span className="soft">
          <SpokenText pinyin={false}>{hint}</SpokenText>
        </span>
      </p>
      {action && <Pill look="calm" label={action.label} onPress={action.onPress} />}
    </section>
  )
}

const Nest = () => (
  <>
    <ellipse cy="26" rx="30" ry="10" fill="#c9a878" />
    <path d="M-30 22q30 20 60 0v6q-30 20-60 0z" fill="#a98556" />
    <Swallow x={-4} y={-8} scale={0.9} />
  </>
)

const Away = () => (
  <>
    <Cloud x={-32} y={-8} fill="#bfe0f1" opacity={1} />
    <Swallow x={-20} y={8} scale={0.5} />
    <Swallow x={16} y={10} scale={0.5} />
  </>
)

const Low = () => (
  <>
    <g transform="translate(0 4)">
      <Sun r={22} />
    </g>
    <path d="M-40 30q20-14 40-4t40-2v16h-80z" fill="#aed3b0" />
  </>
)

export interface LoadingProps {
  /** “one moment” */
  readonly label: string
  /** The shape of what is coming. */
  readonly shape?: 'tiles' | 'cards' | 'page'
}

const shapes = { tiles: 24, cards: 6, page: 1 } as const

/** Nothing for 300 ms; then the shape of what is coming, without shimmer; after 3 s three dots and a word. */
export function Loading({ label, shape = 'page' }: LoadingProps) {
  const [stage, setStage] = useState<'nothing' | 'shape' | 'word'>('nothing')
  useEffect(() => {
    const first = setTimeout(() => setStage('shape'), 300)
    const second = setTimeout(() => setStage('word'), 3000)
    return () => {
      clearTimeout(first)
      clearTimeout(second)
    }
  }, [])
  return <LoadingView label={label} shape={shape} stage={stage} />
}

/** One stage of loading, for the gallery. */
export function LoadingView({
  label,
  shape = 'page',
  stage,
}: LoadingProps & { readonly stage: 'nothing' | 'shape' | 'word' }) {
  if (stage === 'nothing') return null
  return (
    <div className={`loading ${shape}`} role="status">
      {Array.from({ length: shapes[shape] }, (_, index) => (
        <i key={`shape-${index}`} />
      ))}
      {stage === 'word' && (
        <span className="loading-word">
          <Dots />
          {label}
        </span>
      )}
    </div>
  )
}
