import './print.css'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { AlbumPage } from '#contract/album.ts'
import type { DiaryPage } from '#contract/diary.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { call } from '../../../api/house.ts'
import { useAnswer } from '../../../api/query.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { PagePaper } from '../../../paper/page-paper.tsx'
import { useChild } from '../../../pupil/session/session.tsx'
import { pictureOfSheet } from '../share/sheet-picture.ts'
import { leafHeight, piecesOf, setSheet, type Piece, type SheetImage } from './book-content.ts'
import { pagesOfBook, sheetsOf, sidesOf } from './booklet-rules.ts'
import { leavesOf } from './leaf-rules.ts'
import { linesIn } from './lines.ts'
import { Spread, type Book } from './spread.tsx'

export interface BookReadyProps {
  readonly year: string
  /** Oldest first. */
  readonly pages: readonly AlbumPage[]
  readonly cover: AlbumPage | undefined
  readonly onBack: () => void
}

/** The book lies ready: to be turned through here, and to be printed by a teacher for as long as it does. */
export function BookReady({ year, pages, cover, onBack }: BookReadyProps) {
  const { t } = useWords()
  const child = useChild()
  const [pieces, setPieces] = useState<readonly Piece[] | 'failed'>()
  const [at, turnTo] = useState(0)
  const name = t('diary.book.name', { name: child.given })
  const leaves = pieces && pieces !== 'failed' ? leavesOf(pieces, leafHeight) : []
  const school = useAnswer('room.look', undefined).value?.school ?? ''
  const total = pagesOfBook(leaves.length)
  const sheets = sheetsOf(total)
  const isReady = leaves.length > 0
  useEffect(() => {
    if (!isReady) return undefined
    void call('yearBook.ready', { leaves: sheets })
    return () => void call('yearBook.close')
  }, [isReady, sheets])
  if (pieces === 'failed')
    return (
      <div className="diary-say">
        <SayCard
          kind="error"
          title={t('diary.book.failed')}
          hint={t('child.broken.hint')}
          action={{ label: t('diary.book.again'), onPress: onBack }}
        />
      </div>
    )
  if (!pieces)
    return (
      <>
        <Making pages={pages} onDone={setPieces} onStop={onBack} />
      </>
    )
  const count = (kind: Piece['kind']) => leaves.flat().filter((piece) => piece.kind === kind).length
  const book: Book = {
    name,
    year,
    page: cover,
    child,
    school,
    counts: { pages: pages.length, pictures: count('picture'), voices: count('voice') },
    leaves,
  }
  const title = t('diary.book.ready')
  // The outside first, then as it is read.
  const read: readonly (readonly [number, number])[] = [
    [total, 1],
    ...Array.from({ length: total / 2 - 1 }, (_, spread): [number, number] => [
      2 * spread + 2,
      2 * spread + 3,
    ]),
  ]
  const shown = read[at] ?? [total, 1]
  return (
    <main className="book-ready">
      <div className="line">
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={`${title}${t('diary.book.ready-hint')}`} label={t('child.read', { text: title })} />
        <p className="soft">{t('diary.book.ready-hint')}</p>
      </div>
      <div className="book-look">
        <Spread key={at} pages={shown} book={book} />
      </div>
      <div className="book-foot">
        <Pill icon="arrow-left" weight="bold" label={t('diary.book.again')} onPress={onBack} />
        <Pager
          page={at}
          pages={read.length}
          onPage={turnTo}
          previousLabel={t('who.previous')}
          nextLabel={t('who.next')}
          label={t('who.page', { page: at + 1, pages: read.length })}
        />
      </div>
      {createPortal(
        <div className="book-print">
          {sidesOf(total).map((side) => (
            <Spread key={side[0]} pages={side} book={book} />
          ))}
        </div>,
        document.body,
      )}
    </main>
  )
}

interface MakingProps {
  readonly pages: readonly AlbumPage[]
  readonly onDone: (pieces: readonly Piece[] | 'failed') => void
  readonly onStop: () => void
}

/** Sets one page after the other where nobody sees it, so that no more than one lies in memory as it was drawn. */
function Making({ pages, onDone, onStop }: MakingProps) {
  const { t } = useWords()
  const [done, setDone] = useState<readonly Piece[]>([])
  const [at, setAt] = useState(0)
  const [page, setPage] = useState<DiaryPage>()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef(new Set<number>())
  const measure = useRef<HTMLParagraphElement>(null)
  const id = pages[at]?.id
  useEffect(() => {
    let here = true
    drawn.current = new Set()
    void (async () => {
      if (id === undefined) return
      const answer = await call('diary.open', { page: id })
      if (!here) return
      if (answer.ok) setPage(answer.value)
      else onDone('failed')
    })()
    return () => {
      here = false
    }
  }, [id, onDone])

  const onDrawn = async (sheet: number) => {
    if (!page || drawn.current.has(sheet)) return
    drawn.current.add(sheet)
    const box = measure.current
    if (drawn.current.size < page.sheets.length || !place.current || !box) return
    const images = await Promise.all(
      page.sheets.map(async (one, index) => {
        const how = setSheet(one)
        const paper = place.current?.querySelectorAll<HTMLElement>('.paper-sheet')[index]
        return paper && (how === 'square' || how === 'whole') ? imageOf(paper, how === 'whole') : undefined
      }),
    ).catch(() => undefined)
    if (!images) return onDone('failed')
    const isFirst = pages[at - 1]?.day.slice(0, 7) !== page.day.slice(0, 7)
    const month: readonly Piece[] = isFirst
      ? [{ kind: 'month', day: page.day, height: 28, opens: true, leads: true }]
      : []
    const next = [...done, ...month, ...piecesOf(page, images, (text) => linesIn(box, text))]
    if (at + 1 >= pages.length) return onDone(next)
    setDone(next)
    setPage(undefined)
    setAt(at + 1)
  }
  const title = t('diary.book.making')
  return (
    <>
      <section className="book-making" role="status">
        <Picture name="book" />
        <div className="line">
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <Speak text={title} label={t('child.read', { text: title })} />
        </div>
        <progress max={pages.length} value={at} aria-label={title} />
        <p className="soft">{t('who.page', { page: at + 1, pages: pages.length })}</p>
        <Pill icon="x" weight="bold" label={t('diary.book.stop')} onPress={onStop} />
      </section>
      <div className="page-pictures" aria-hidden="true">
        <p ref={measure} className="leaf-measure" />
        <div ref={place}>
          {page?.sheets.map((_, index) => (
            <PagePaper
              key={`${page.id} ${index}`}
              page={page}
              sheet={index}
              label=""
              onDrawn={() => void onDrawn(index)}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** As a picture that lives as long as this window's page: printed from, and on no disk. */
async function imageOf(sheet: HTMLElement, withWords: boolean): Promise<SheetImage | undefined> {
  const bytes = await pictureOfSheet(sheet, withWords)
  if (!bytes) throw new Error('no picture')
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
  await image.decode()
  return { src: image.src, width: image.naturalWidth, height: image.naturalHeight }
}
