import './feel.css'
import { KinPortrait } from '../drawings/kin-portrait.tsx'
import { Icon } from '../icon.tsx'
import { kinLook } from '../kin-look-rules.ts'
import { Picture } from '../picture.tsx'
import type { PictureName } from '../sprite/names.ts'

export interface FeelProps {
  readonly picture: PictureName
  readonly label: string
  readonly chosen: boolean
  readonly onPick: () => void
}

/** A face for how one feels: one tap, a ring. */
export function Feel({ picture, label, chosen, onPick }: FeelProps) {
  return (
    <button type="button" className="feel" aria-pressed={chosen} onClick={onPick}>
      <Picture name={picture} />
      <b>{label}</b>
    </button>
  )
}

/** “Rather not say”: as large as any feeling. */
export function FeelNothing({ label, onPick }: { readonly label: string; readonly onPick: () => void }) {
  return (
    <button type="button" className="feel is-nothing" onClick={onPick}>
      <Icon name="arrow-right" weight="bold" />
      <b>{label}</b>
    </button>
  )
}

export interface AdultProps {
  readonly name: string
  /** What they are in the room, or where they are. */
  readonly place: string
  /** A relative is drawn; whoever works in the room shows the first character of the name, in these colours. */
  readonly relation?: string
  readonly door?: 'learn' | 'diary' | 'me'
  readonly chosen: boolean
  readonly onPick: () => void
}

/** A grown-up to talk to; the chosen one has a ring and a tick. */
export function Adult({ name, place, relation, door = 'me', chosen, onPick }: AdultProps) {
  return (
    <button type="button" className="adult" aria-pressed={chosen} onClick={onPick}>
      {relation === undefined ? (
        <span className={`initial d-${door}`} data-initial={Array.from(name)[0]} aria-hidden="true" />
      ) : (
        <KinPortrait look={kinLook(name, relation)} />
      )}
      <span className="adult-words">
        <b className={Array.from(name).length > 5 ? 'long' : undefined}>{name}</b>
        <span className="soft">{place}</span>
      </span>
      {chosen && (
        <span className="tick">
          <Icon name="check-circle" weight="fill" />
        </span>
      )}
    </button>
  )
}
