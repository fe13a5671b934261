import './frame.css'
import './steps.css'
import type { ReactNode } from 'react'
import { Mark, SmallHouse, Tree } from '../drawings/land.tsx'
import { Icon } from '../icon.tsx'

export interface StepsProps {
  readonly brand: { readonly name: string; readonly place: string }
  readonly steps: readonly string[]
  /** Which one is on, from 0; those before it are done. */
  readonly at: number
}

/** The left column of the first run. */
export function Steps({ brand, steps, at }: StepsProps) {
  return (
    <aside className="steps">
      <p className="brand">
        <Mark />
        <span>
          {brand.name}
          <small>{brand.place}</small>
        </span>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < at ? 'done' : index === at ? 'now' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <i>{index < at ? <Icon name="check" weight="bold" /> : index + 1}</i>
            {step}
          </li>
        ))}
      </ol>
      <svg
        className="foot-hill"
        viewBox="0 0 320 190"
        preserveAspectRatio="xMaxYMax slice"
        aria-hidden="true"
      >
        <path d="M0 190V110Q90 50 180 104T320 90V190Z" fill="#3d6a7b" />
        <path d="M0 190V150Q110 100 210 146T320 136V190Z" fill="#4b7a8a" />
        <SmallHouse lit x={236} y={146} scale={1.8} />
        <Tree x={290} y={152} scale={1.4} fill="#6f9f8f" />
      </svg>
    </aside>
  )
}

export interface SetupPageProps extends StepsProps {
  readonly title: string
  readonly sub?: string
  readonly children: ReactNode
  /** `Button`s, large; the last with `className="end"`. */
  readonly footer: ReactNode
}

/** One page of the first run: steps on the left, a question, what is asked, the buttons. */
export function SetupPage({ title, sub, children, footer, ...steps }: SetupPageProps) {
  return (
    <div className="staff setup">
      <Steps {...steps} />
      <main className="setup-main">
        <header>
          <h1>{title}</h1>
          {sub && <p className="sub">{sub}</p>}
        </header>
        <div className="setup-body">{children}</div>
        <footer>{footer}</footer>
      </main>
    </div>
  )
}
