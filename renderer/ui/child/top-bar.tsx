import './top-bar.css'
import type { ReactNode } from 'react'
import type { Face as Look } from '#contract/people.ts'
import { Face } from './face.tsx'
import { RoundButton } from './buttons.tsx'

export interface TopBarProps {
  /** Whose session this is: always shown, top left (H4). */
  readonly whose?: { readonly face: Look; readonly name: string }
  /** The round button back to the four doors. */
  readonly home?: { readonly label: string; readonly onPress: () => void }
  /** Stands first on the left, where there is no way home. */
  readonly left?: ReactNode
  /** The `Road`; handed in, so that a tick of the clock redraws nothing else. */
  readonly middle?: ReactNode
  /** `Pill`s, which become round on a narrow screen. */
  readonly tools?: ReactNode
}

/** The head of every page of a child but home. */
export function TopBar({ whose, home, left, middle, tools }: TopBarProps) {
  return (
    <header className="top">
      <div className="top-left">
        {left}
        {home && (
          <RoundButton label={home.label} icon="house-line" onPress={home.onPress} className="to-home" />
        )}
        {whose && (
          <p className="whose">
            <Face face={whose.face} />
            <span>{whose.name}</span>
          </p>
        )}
      </div>
      {middle ?? <span />}
      <div className="top-right">{tools}</div>
    </header>
  )
}
