import type { AlbumPage } from '#contract/album.ts'
import { SmallHouse } from '#ui/drawings/land.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { dayWords } from '../day-words.ts'
import type { Piece } from './book-content.ts'
import { Cover } from './cover.tsx'

export type Leaf = readonly Piece[]

/** Two leaves for each sheet; the last one may be empty. */
export const spreadsOf = (leaves: readonly Leaf[]): readonly (readonly [Leaf, Leaf])[] =>
  Array.from({ length: Math.ceil(leaves.length / 2) }, (_, at) => [
    leaves[2 * at] ?? [],
    leaves[2 * at + 1] ?? [],
  ])

interface Front {
  readonly name: string
  readonly year: string
  readonly page: AlbumPage | undefined
  readonly count: number
  readonly given: string
}

export interface SpreadProps {
  /** 0 is the cover. */
  readonly number: number
  readonly front: Front
  readonly leaves: readonly [Leaf, Leaf] | undefined
}

/** One sheet of A4 that lies, folded in the middle: back and front of the book, or two of its leaves. */
export function Spread({ number, front, leaves }: SpreadProps) {
  const { t } = useWords()
  if (!leaves)
    return (
      <div className="book-spread">
        <section className="book-leaf back">
          <svg viewBox="-60 -60 120 90" aria-hidden="true">
            <SmallHouse />
          </svg>
          <p>{t('diary.book.sum', { count: front.count })}</p>
          <small>
            {t('diary.book.own', { name: front.given })}
            <br />
            {front.year}
          </small>
        </section>
        <section className="book-leaf front">
          <Cover name={front.name} page={front.page} />
        </section>
      </div>
    )
  return (
    <div className="book-spread">
      {leaves.map((leaf, side) => {
        const page = 2 * number - 1 + side
        return (
          <section key={page} className="book-leaf">
            {leaf.map((piece, at) => (
              <PieceOnLeaf key={at} piece={piece} />
            ))}
            {leaf.length > 0 && (
              <footer>
                <span>{side === 0 ? front.name : page}</span>
                <span>{side === 0 ? page : front.year}</span>
              </footer>
            )}
          </section>
        )
      })}
    </div>
  )
}

function PieceOnLeaf({ piece }: { readonly piece: Piece }) {
  const { t, language } = useWords()
  const style = { height: `${piece.height}mm` }
  switch (piece.kind) {
    case 'month': {
      const words = new Intl.DateTimeFormat(language, { month: 'long' }).format(
        new Date(`${piece.day}T12:00:00`),
      )
      return (
        <h2 style={style}>
          {words} <small>{piece.day.slice(0, 4)}</small>
        </h2>
      )
    }
    case 'day': {
      const { day, weekday } = dayWords(piece.page.day, language)
      return (
        <h3 style={style}>
          {day} {weekday}
        </h3>
      )
    }
    case 'picture':
      return (
        <figure className={piece.isSquare ? 'is-square' : undefined} style={style}>
          <img src={piece.src} alt="" />
        </figure>
      )
    case 'line':
      return (
        <p className="leaf-line" style={style}>
          <span>{piece.text}</span>
        </p>
      )
    case 'voice':
      return (
        <p className="leaf-voice" style={style}>
          <svg viewBox="0 0 120 12" aria-hidden="true">
            {piece.wave.map((high, at) => (
              <rect key={at} x={at * 3} y={6 - high * 5} width="1.6" height={high * 10} rx="0.8" />
            ))}
          </svg>
          {t('diary.book.voice', { seconds: piece.seconds })}
        </p>
      )
  }
}
