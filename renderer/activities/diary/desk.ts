import type { At, DiaryItem, DiaryPage, DiarySheet, PaperName, Step, Thing } from '#contract/diary.ts'
import { withStep } from '#core/diary/sheets-rules.ts'
import { call } from '../../api/house.ts'
import { paints } from '../../paper/outlines.ts'
import { createPictures } from '../../paper/pictures.ts'
import { pictureAddress, type Drawable } from '../../paper/things.ts'
import { sheetSize } from '../../paper/units.ts'
import { freshPlace } from './at-rules.ts'
import { createDrawing, type Drawing, type PenNow } from './drawing.ts'
import { mostPoints, pointsOn } from './fullness-rules.ts'
import { newId } from './new-id.ts'
import { keepKnown } from './known-marks.ts'
import { createMoveSteps } from './move-steps.ts'
import { createSaver, type Saver } from './saver.ts'
import { smallPictureOf } from './small-picture.ts'
import { createTextSteps, type TextSteps } from './text-steps.ts'

/** What lies on the desk now. */
export interface DeskNow {
  readonly sheets: readonly DiarySheet[]
  /** The sheet that is on top. */
  readonly number: number
  readonly mayUndo: boolean
  readonly mayRedo: boolean
  /** The thing in hand: it is shown over the sheet, not on it. */
  readonly held: string | undefined
  /** All points of the page are drawn: no pen draws any more. */
  readonly isFull: boolean
}

export interface Desk {
  readonly saver: Saver
  readonly now: () => DeskNow
  readonly subscribe: (listener: () => void) => () => void
  /** The picture of a thing, once it is there. */
  readonly pictureOf: (item: Pick<DiaryItem, 'thing'>) => Drawable
  /** Takes a canvas into use; answers how to give it back. */
  attach(canvas: HTMLCanvasElement, pen: () => PenNow | undefined): () => void
  /** The words of the sheet as they stand now; `whole` where an input method handed them over. */
  type(text: string, whole: boolean): void
  /** Puts a thing down on the sheet and takes it in hand. A file that the page learns of by it is given with its address. */
  put(thing: Thing, address?: string): void
  hold(item: string | undefined): void
  /** Where the thing in hand is now; `ends` where the move is over and the next is another step. */
  move(at: At, ends: boolean): void
  /** Takes a thing off the page, the one in hand unless given. */
  takeOff(item?: string): void
  /** Where a file of the page is served; undefined where it is gone. */
  addressOf(media: string): string | undefined
  turnTo(number: number): void
  /** One more sheet, behind the last, and turns to it. */
  addSheet(paper: PaperName): void
  /** Takes back, or does again, the last step, and turns to where it shows. */
  step(which: 'undo' | 'redo'): Promise<void>
  /** Hands over everything and keeps a small picture. */
  putAway(): Promise<void>
}

/** The picture for the list is kept this long after the last change too: a power cut is no leaving, ms. */
const pictureAfter = 10_000

const nothing = () => undefined
const later = (ms: number, what: () => void) => {
  const timer = setTimeout(what, ms)
  return () => clearTimeout(timer)
}

/** Everything that lies on the table while a page is open; no part of it is React's. */
export function createDesk(page: DiaryPage): Desk {
  const listeners = new Set<() => void>()
  let media = page.media
  // The one in hand is drawn by the window's own parts.
  const pictures = createPictures({
    widest: 720,
    arrived: () => {
      become({})
      drawing?.again()
    },
  })
  let drawing: Drawing | undefined
  let changed = false
  let stopPicture: () => void = nothing
  let now: DeskNow = {
    sheets: page.sheets,
    number: 0,
    mayUndo: page.mayUndo,
    mayRedo: page.mayRedo,
    held: undefined,
    isFull: pointsOn(page.sheets) >= mostPoints,
  }

  const pictureOf: Desk['pictureOf'] = ({ thing }) => pictures.at(pictureAddress(thing, media))
  const become = (next: Partial<DeskNow>) => {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  const show = () => {
    drawing?.show((now.sheets[now.number]?.marks ?? []).filter(({ id }) => id !== now.held))
  }

  const saver = createSaver({
    put: async (step) => {
      const answer = await call('diary.put', { page: page.id, step })
      return answer.ok ? undefined : answer.error.code
    },
    later,
  })

  const keepPicture = async () => {
    stopPicture()
    const [first] = now.sheets
    if (!changed || !first) return
    changed = false
    const isOnTop = now.number === 0 && now.held === undefined
    const image = await smallPictureOf(first, pictureOf, isOnTop ? drawing?.whole() : undefined)
    if (image) await call('diary.keepThumbnail', { page: page.id, image })
  }

  const touched = (sheets: readonly DiarySheet[], rest: Partial<DeskNow> = {}) => {
    changed = true
    stopPicture()
    stopPicture = later(pictureAfter, () => void keepPicture())
    become({ mayUndo: true, mayRedo: false, ...rest, sheets })
  }
  const keep = (step: Step, rest: Partial<DeskNow> = {}) => {
    saver.keep(step)
    touched(withStep(now.sheets, step), rest)
  }

  const words: TextSteps = createTextSteps({
    newId,
    now: () => performance.now(),
    later,
    keep: (step) => saver.keep(step),
  })
  const moves = createMoveSteps({
    newId,
    now: () => performance.now(),
    later,
    keep: (step) => saver.keep(step),
  })
  /** Another kind of step begins: what was growing is whole. */
  const endSteps = () => {
    words.end()
    moves.end()
  }

  const putAway = async () => {
    endSteps()
    const picture = keepPicture()
    await saver.flush()
    await picture
  }

  return {
    saver,
    now: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pictureOf,
    attach(canvas, pen) {
      const own = createDrawing({
        canvas,
        size: sheetSize,
        colours: paints(),
        pen: () => (now.isFull ? undefined : pen()),
        sheet: () => now.number,
        pictureOf,
        begun: () => {
          endSteps()
          saver.soon('stroke')
        },
        keep: (stroke) => {
          endSteps()
          keep(stroke)
          if (pointsOn(now.sheets) >= mostPoints) become({ isFull: true })
        },
      })
      drawing = own
      const fit = () => own.fit(canvas.clientWidth * devicePixelRatio)
      fit()
      show()
      const size = new ResizeObserver(fit)
      size.observe(canvas)
      return () => {
        size.disconnect()
        own.stop()
        // Takes what is painted before it is given back.
        void putAway()
        drawing = undefined
      }
    },
    type(text, whole) {
      moves.end()
      saver.soon('text')
      words.type(text, whole, now.number)
      touched(withStep(now.sheets, { id: '', kind: 'text', sheet: now.number, text }))
    },
    put(thing, address) {
      endSteps()
      if ('media' in thing && address !== undefined) media = { ...media, [thing.media]: address }
      const sheet = now.sheets[now.number]
      const item = newId()
      const lying = sheet?.marks.filter(({ kind }) => kind === 'item').length ?? 0
      const at = freshPlace(thing.kind, lying)
      keep(
        { id: newId(), kind: 'item', sheet: now.number, item, thing, at },
        { held: thing.kind === 'voice' ? undefined : item },
      )
      show()
    },
    hold(item) {
      if (item === now.held) return
      moves.end()
      become({ held: item })
      show()
    },
    move(at, ends) {
      const { held } = now
      if (held === undefined) return
      words.end()
      saver.soon('move')
      moves.move(held, at)
      if (ends) moves.rest()
      touched(withStep(now.sheets, { id: '', kind: 'move', item: held, to: at }))
    },
    takeOff(item = now.held) {
      if (item === undefined) return
      endSteps()
      keep({ id: newId(), kind: 'move', item, to: 'gone' }, { held: undefined })
      show()
    },
    addressOf: (id) => media[id],
    turnTo(number) {
      if (number === now.number || !now.sheets[number]) return
      endSteps()
      become({ number, held: undefined })
      show()
    },
    addSheet(paper) {
      endSteps()
      const number = now.sheets.length
      keep({ id: newId(), kind: 'sheet', sheet: number, paper }, { number, held: undefined })
      show()
    },
    async step(which) {
      endSteps()
      await saver.flush()
      const answer = await call(`diary.${which}`, { page: page.id })
      if (!answer.ok) return
      const { mayUndo, mayRedo } = answer.value
      const sheets = keepKnown(answer.value.sheets, now.sheets)
      media = { ...media, ...answer.value.media }
      touched(sheets, {
        mayUndo,
        mayRedo,
        held: undefined,
        number: whereShown(now.sheets, sheets, now.number),
      })
      become({ isFull: pointsOn(sheets) >= mostPoints })
      show()
    },
    putAway,
  }
}

/** The sheet on which two states of a page differ, if it is not the one that is on top; the last one where that is gone. */
function whereShown(before: readonly DiarySheet[], after: readonly DiarySheet[], number: number): number {
  const differs = after.findIndex((sheet, index) => looks(sheet) !== looks(before[index]))
  return differs === -1 ? Math.min(number, after.length - 1) : differs
}
const whereIs = (mark: DiarySheet['marks'][number]) => (mark.kind === 'item' ? [mark.id, mark.at] : mark.id)
const looks = (sheet: DiarySheet | undefined) =>
  JSON.stringify(sheet && { ...sheet, marks: sheet.marks.map(whereIs) })
