import './password.css'
import './sums.css'
import { Picture } from '../picture.tsx'
import type { PictureName } from '../sprite/names.ts'

export interface BigKeysProps {
  readonly label: string
  readonly keys: readonly { readonly name: PictureName; readonly label: string }[]
  readonly onPick: (name: PictureName) => void
  readonly disabled?: boolean
}

/** Twelve large pictures to tap, four by three. */
export function BigKeys({ label, keys, onPick, disabled = false }: BigKeysProps) {
  return (
    <ul className="keys" aria-label={label}>
      {keys.map(({ name, label: word }) => (
        <li key={name}>
          <button type="button" aria-label={word} disabled={disabled} onClick={() => onPick(name)}>
            <Picture name={name} />
          </button>
        </li>
      ))}
    </ul>
  )
}

export interface PictureSlotsProps {
  readonly filled: readonly PictureName[]
  readonly of?: number
  /** “one picture tapped, two more” */
  readonly label: string
  /** Tilts once. */
  readonly wrong?: boolean
}

/** The places for the pictures of a password; the next one has a ring. */
export function PictureSlots({ filled, of = 3, label, wrong = false }: PictureSlotsProps) {
  return (
    <div className={wrong ? 'slots wrong' : 'slots'} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, index) => {
        const name = filled[index]
        return (
          <span
            key={`slot-${index}`}
            className={name ? 'full' : index === filled.length ? 'next' : undefined}
          >
            {name && <Picture name={name} />}
          </span>
        )
      })}
    </div>
  )
}
