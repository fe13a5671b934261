import HanziWriter, { type QuizOptions } from 'hanzi-writer'
import type { Strokes } from '#core/learning/characters/content-rules.ts'

/** Side of the field in its own units; CSS makes it as large as there is room. */
export const FIELD = 600
export const PADDING = 30

/** What a child does with a character. */
export type Step = 'watch' | 'trace' | 'write'

export interface PenEvents {
  readonly onStroke: (stroke: number, misses: number) => void
  readonly onMiss: (stroke: number, misses: number) => void
  readonly onEnd: () => void
}

const known = new Map<string, Strokes>()
let pen: { readonly host: HTMLElement; readonly writer: HanziWriter } | undefined

/**
 * The one pen of this window. hanzi-writer leaves listeners at the document for every writer that is made, so one is made and
 * goes from exercise to exercise.
 */
function thePen(character: string) {
  if (pen) return pen
  const host = document.createElement('div')
  const writer = HanziWriter.create(host, character, {
    width: FIELD,
    height: FIELD,
    padding: PADDING,
    showCharacter: false,
    showOutline: false,
    strokeAnimationSpeed: 1.4,
    delayBetweenStrokes: 260,
    strokeColor: '#33291f',
    outlineColor: '#e9dfcc',
    drawingColor: '#a93a20',
    highlightColor: '#e4694a',
    drawingWidth: 26,
    charDataLoader: (wanted, done) => {
      const strokes = known.get(wanted)
      if (strokes)
        done({
          strokes: [...strokes.strokes],
          medians: strokes.medians.map((line) => line.map(([x, y]) => [x, y])),
        })
    },
  })
  host.querySelector('svg')?.setAttribute('viewBox', `0 0 ${FIELD} ${FIELD}`)
  pen = { host, writer }
  return pen
}

/** How near a stroke must be: a mouse is no pencil, and what is traced shows the way. */
const leniency = { trace: 1.6, write: 1.4 } as const

/** Puts the pen into a place and begins a step; answers what ends it. */
export function begin(
  place: HTMLElement,
  character: string,
  strokes: Strokes,
  step: Step,
  { onStroke, onMiss, onEnd }: PenEvents,
): () => void {
  known.clear()
  known.set(character, strokes)
  const { host, writer } = thePen(character)
  place.append(host)
  let over = false
  const start = async () => {
    writer.cancelQuiz()
    await writer.setCharacter(character)
    if (over) return
    await Promise.all([
      writer.hideCharacter({ duration: 0 }),
      step === 'write' ? writer.hideOutline({ duration: 0 }) : writer.showOutline({ duration: 0 }),
    ])
    if (over) return
    if (step === 'watch') {
      await writer.animateCharacter({
        onComplete: ({ canceled }) => (canceled || over ? undefined : onEnd()),
      })
      return
    }
    const quiz: Partial<QuizOptions> = {
      leniency: leniency[step],
      showHintAfterMisses: 2,
      highlightOnComplete: true,
      onCorrectStroke: ({ strokeNum, mistakesOnStroke }) =>
        over ? undefined : onStroke(strokeNum, mistakesOnStroke),
      onMistake: ({ strokeNum, mistakesOnStroke }) =>
        over ? undefined : onMiss(strokeNum, mistakesOnStroke),
      onComplete: () => (over ? undefined : onEnd()),
    }
    await writer.quiz(quiz)
  }
  void start()
  return () => {
    over = true
    writer.cancelQuiz()
    void writer.hideCharacter({ duration: 0 })
    host.remove()
  }
}
