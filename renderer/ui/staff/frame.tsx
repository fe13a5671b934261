import './frame.css'
import type { ReactNode } from 'react'
import { Mark } from '../drawings/land.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../sprite/names.ts'

export interface FrameItem {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  /** Something waits there: how many. */
  readonly count?: number
}

export interface FrameProps {
  readonly menuLabel: string
  readonly brand: { readonly name: string; readonly place: string }
  readonly items: readonly FrameItem[]
  readonly current: string
  readonly onGo: (id: string) => void
  readonly person: { readonly name: string; readonly role: string; readonly photo?: string }
  readonly lock: { readonly label: string; readonly onPress: () => void }
  /** `DeskHead` and what stands under it. */
  readonly children: ReactNode
}

/** The staff console: slate menu on the left (a rail of icons below 1200 px), the desk on the right. */
export function Frame({ menuLabel, brand, items, current, onGo, person, lock, children }: FrameProps) {
  return (
    <div className="staff">
      <nav className="nav" aria-label={menuLabel}>
        <p className="brand">
          <Mark />
          <span>
            {brand.name}
            <small>{brand.place}</small>
          </span>
        </p>
        {items.map(({ id, label, icon, count }) => (
          <button
            key={id}
            type="button"
            className="place"
            title={label}
            aria-current={id === current ? 'page' : undefined}
            onClick={() => onGo(id)}
          >
            <Icon name={icon} weight={id === current ? 'fill' : 'regular'} />
            <span className="word">{label}</span>
            {count ? <span className="count">{count}</span> : null}
          </button>
        ))}
        <div className="me">
          {person.photo ? (
            <img className="photo" src={person.photo} alt="" />
          ) : (
            <span className="photo" aria-hidden="true">
              {Array.from(person.name)[0]}
            </span>
          )}
          <span>
            <b>{person.name}</b>
            <small>{person.role}</small>
          </span>
          <button type="button" aria-label={lock.label} title={lock.label} onClick={lock.onPress}>
            <Icon name="lock-simple" weight="regular" />
          </button>
        </div>
      </nav>
      <main className="desk">{children}</main>
    </div>
  )
}

export interface DeskHeadProps {
  readonly title: ReactNode
  /** Chips, tabs and selects beside the title. */
  readonly children?: ReactNode
  /** Buttons at the right end. */
  readonly right?: ReactNode
}

/** The head of a staff page. */
export function DeskHead({ title, children, right }: DeskHeadProps) {
  return (
    <header>
      <h1>{title}</h1>
      {children}
      {right && <div className="right">{right}</div>}
    </header>
  )
}
