import './kin-card.css'
import { Lantern } from '../drawings/lantern.tsx'
import { KinPortrait } from '../drawings/kin-portrait.tsx'
import { Icon } from '../icon.tsx'
import { Picture } from '../picture.tsx'
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
export type KinState = 'open' | 'phone' | 'away' | 'message' | 'offline' | 'closed'

const icons: Readonly<Record<Exclude<KinState, 'open'>, IconName>> = {
  phone: 'phone',
  away: 'clock',
  message: 'microphone',
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
  /** Their letterbox, where messages are agreed to. */
  readonly letters?: {
    readonly label: string
    /** Something unseen lies in it: a lantern hangs there. */
    readonly lit: boolean
    readonly onOpen: () => void
  }
}

/** One relative: face, name, place, and whether they can be reached now. */
export function KinCard({ person, state, words, label, onPick, letters }: KinCardProps) {
  const { called, city } = person
  const resting = state === 'offline' || state === 'closed'
  const card = (
    <button type="button" className={`kin is-${state}`} aria-disabled={resting || undefined} onClick={onPick}>
      <span className="quiet">{label}</span>
      <span className="kin-photo">
        <KinPhoto person={person} />
        {(resting || state === 'message') && <i className="veil" />}
      </span>
      <span className="kin-name" aria-hidden="true">
        <b className={Array.from(called).length > 6 ? 'long' : undefined}>{called}</b>
        {city && <span className="soft">{city}</span>}
      </span>
      <span className="kin-state" aria-hidden="true">
        {state === 'open' ? <i className="dot" /> : <Icon name={icons[state]} weight="fill" />}
        <span>
          <SpokenText pinyin={false}>{words}</SpokenText>
        </span>
      </span>
    </button>
  )
  return (
    <div className="kin-place">
      {card}
      {letters && (
        <button
          type="button"
          className={letters.lit ? 'kin-letters is-lit' : 'kin-letters'}
          aria-label={letters.label}
          onClick={letters.onOpen}
        >
          {letters.lit ? <Lantern /> : <Picture name="letter" />}
        </button>
      )}
    </div>
  )
}
