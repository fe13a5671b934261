import './kin-card.css'
import { KinPortrait } from '../drawings/kin-portrait.tsx'
import { Icon } from '../icon.tsx'
import { kinLook } from '../kin-look-rules.ts'
import type { IconName } from '../sprite/names.ts'
import { SpokenText } from './speak.tsx'

export interface KinPerson {
  readonly called: string
  readonly relation: string
  readonly city: string | null
  readonly photo?: string
}

/** A relative's photograph, or a drawn grown-up where there is none. Fills its box. */
export function KinPhoto({ person }: { readonly person: Pick<KinPerson, 'called' | 'relation' | 'photo'> }) {
  const { called, relation, photo } = person
  if (photo) return <img className="photo" src={photo} alt="" draggable={false} />
  return <KinPortrait look={kinLook(called, relation)} />
}

/** How reachable somebody is: each has its colour, its picture and its words. */
export type KinState = 'open' | 'phone' | 'away' | 'offline' | 'closed'

const icons: Readonly<Record<Exclude<KinState, 'open'>, IconName>> = {
  phone: 'phone',
  away: 'clock',
  offline: 'wifi-slash',
  closed: 'hourglass-medium',
}

export interface KinCardProps {
  readonly person: KinPerson
  readonly state: KinState
  /** 正在等你 */
  readonly words: string
  readonly label: string
  readonly onPick: () => void
}

/** One relative: face, name, place, and whether they can be reached now. */
export function KinCard({ person, state, words, label, onPick }: KinCardProps) {
  const { called, city } = person
  const resting = state === 'offline' || state === 'closed'
  return (
    <button
      type="button"
      className={`kin is-${state}`}
      aria-label={label}
      aria-disabled={resting || undefined}
      onClick={onPick}
    >
      <span className="kin-photo">
        <KinPhoto person={person} />
        {resting && <i className="veil" />}
      </span>
      <span className="kin-name">
        <b className={Array.from(called).length > 6 ? 'long' : undefined}>{called}</b>
        {city && <span className="soft">{city}</span>}
      </span>
      <span className="kin-state">
        {state === 'open' ? <i className="dot" /> : <Icon name={icons[state]} weight="fill" />}
        <span>
          <SpokenText pinyin={false}>{words}</SpokenText>
        </span>
      </span>
    </button>
  )
}
