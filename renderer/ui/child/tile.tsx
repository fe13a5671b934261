import './tile.css'
import type { Face as Look } from '#contract/people.ts'
import { Lantern } from '../drawings/lantern.tsx'
import { Sun } from '../drawings/sun.tsx'
import { Face } from './face.tsx'

export interface TileProps {
  readonly face: Look
  readonly name: string
  /** Surname, given name in one word: “lín xiǎoyǔ”; empty where not known. */
  readonly pinyin: string
  /** Name and state in words: “Lin Xiaoyu, it is your turn”. */
  readonly label: string
  readonly onPick: () => void
  readonly turn?: boolean
  readonly message?: boolean
  /** In use on another seat: faded, cannot be tapped. */
  readonly inUse?: boolean
}

/** A child's tile on “who are you”. A name of more than four characters is one size smaller. */
export function Tile({
  face,
  name,
  pinyin,
  label,
  onPick,
  turn = false,
  message = false,
  inUse = false,
}: TileProps) {
  return (
    <button type="button" className={turn ? 'tile turn' : 'tile'} disabled={inUse} onClick={onPick}>
      {turn && (
        <svg className="turn-sun" viewBox="-24 -24 48 48" aria-hidden="true">
          <Sun r={14} />
        </svg>
      )}
      {message && <Lantern />}
      <Face face={face} />
      <b aria-hidden="true" className={Array.from(name).length > 4 ? 'long' : undefined}>
        {name}
      </b>
      {pinyin && (
        <span className="py" aria-hidden="true">
          {pinyin}
        </span>
      )}
      <span className="quiet">{label}</span>
    </button>
  )
}
