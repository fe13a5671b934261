import './leaf.css'
import type { AlbumPage } from '#contract/album.ts'
import { SmallHouse } from '#ui/drawings/land.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { dayWords } from '../day-words.ts'
import type { Piece } from './book-content.ts'
import { pagesOfBook } from './booklet-rules.ts'
import { Cover } from './cover.tsx'

export type Leaf = readonly Piece[]

/** What the book is made of. */
export interface Book {
  readonly name: string
  readonly year: string
  /** The page that is on the cover. */
  readonly page: AlbumPage | undefined
  readonly child: { readonly name: string; readonly given: string }
  readonly school: string
  readonly counts: { readonly pages: number; readonly pictures: number; readonly voices: number }
  readonly leaves: readonly Leaf[]
}

/** 2025, or 二〇二五. */
const yearWords = (year: string, language: string): string =>
  language === 'en' ? year : year.replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))

/** Two pages that lie beside each other, as they are read or as they are printed; 1 is the front, the last one the back. */
export function Spread({ pages, book }: { readonly pages: readonly [number, number]; readonly book: Book }) {
  return (
    <div className="book-spread">
      {pages.map((page) => (
        <PageOfBook key={page} page={page} book={book} />
      ))}
    </div>
  )
}

function PageOfBook({ page, book }: { readonly page: number; readonly book: Book }) {
  const { t, language } = useWords()
  const year = yearWords(book.year, language)
  if (page === 1)
    return (
      <section className="book-leaf front">
        <Cover name={book.name} under={year} foot={book.child.name} page={book.page} />
      </section>
    )
  if (page === pagesOfBook(book.leaves.length))
    return (
      <section className="book-leaf back">
        <svg viewBox="-60 -62 120 84" aria-hidden="true">
          <circle cx="34" cy="-44" r="15" fill="#fbe3a6" />
          <circle cx="34" cy="-44" r="10" fill="#f6b93c" />
          <path d="M-60 2q40-18 70-8t50-8v36h-120z" fill="#cfe4cf" />
          <SmallHouse />
        </svg>
        <p>
          {t('diary.book.sum', { count: book.counts.pages })}
          {book.counts.pictures > 0 && (
            <>
              <br />
              {t('diary.book.sum-pictures', { count: book.counts.pictures })}
            </>
          )}
          {book.counts.voices > 0 && (
            <>
              <br />
              {t('diary.book.sum-voices', { count: book.counts.voices })}
            </>
          )}
        </p>
        <small>
          {t('diary.book.own', { name: book.child.given })}
          <br />
          {book.school} · {book.year}
        </small>
      </section>
    )
  // Page 2 is the first that is written on, and lies at the left.
  const isLeft = page % 2 === 0
  const leaf = book.leaves[page - 2]
  return (
    <section className="book-leaf">
      {leaf?.map((piece, at) => <PieceOnLeaf key={at} piece={piece} />) ??
        // Paper that is left over at the end is to write on.
        Array.from({ length: 15 }, (_, line) => (
          <PieceOnLeaf key={line} piece={{ kind: 'line', text: '', height: 10 }} />
        ))}
      <footer>
        <span>{isLeft ? book.name : page}</span>
        <span>{isLeft ? page : book.school}</span>
      </footer>
    </section>
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
