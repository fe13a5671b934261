import type { Language } from '#contract/languages.ts'
import { figuresInWords } from './figures-rules.ts'

/** What one voice says in one go. */
export interface Piece {
  readonly language: Language
  /** Chinese: characters and the stops `,` and `.` only. English: as it is written, but for brackets, in which espeak takes phonemes. */
  readonly text: string
}

const LONG_STOP = /[。．！？；!?;\n]/u
const SHORT_STOP = /[，、,：:（）()—…~～|]/u
const latin = /\p{Script=Latin}/u

/**
 * Cuts a text among the voices: runs of Latin letters go to the English one, all else is made Chinese (figures and signs
 * in words, stops in two lengths); what nobody can say, such as a picture, is left out. A text in English keeps its figures.
 */
export function piecesOf(text: string, language: Language): readonly Piece[] {
  const plain = text.normalize('NFC')
  return language === 'en' ? englishPieces(plain) : chinesePieces(plain)
}

function englishPieces(text: string): readonly Piece[] {
  return (text.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((part): readonly Piece[] => {
    if (/\p{Script=Han}/u.test(part)) return [{ language: 'zh-CN', text: part }]
    return /[\p{L}\p{N}]/u.test(part)
      ? [{ language: 'en', text: part.replaceAll(/[[\]]/gu, ' ').trim() }]
      : []
  })
}

function chinesePieces(text: string): readonly Piece[] {
  // words of letters, with the apostrophes, dots and figures inside them: “Let's”, “A4”, “happyhome.org”
  const parts = text.split(
    /((?:\p{Script=Latin}[\p{M}\p{Script=Latin}'’.-]*\d*)(?:\s+\p{Script=Latin}[\p{M}\p{Script=Latin}'’.-]*\d*)*)/u,
  )
  return parts.flatMap((part): readonly Piece[] => {
    if (latin.test(part)) return [{ language: 'en', text: part.replace(/[\s'’.-]+$/u, '') }]
    const said = speakable(figuresInWords(part))
    return /\p{Script=Han}/u.test(said) ? [{ language: 'zh-CN', text: said }] : []
  })
}

/** Characters and stops; several stops are one, the longest. */
function speakable(text: string): string {
  const marks = Array.from(text, (mark) => {
    if (/\p{Script=Han}/u.test(mark)) return mark
    if (LONG_STOP.test(mark)) return '.'
    return SHORT_STOP.test(mark) ? ',' : ''
  }).join('')
  return marks.replaceAll(/[,.]{2,}/gu, (stops) => (stops.includes('.') ? '.' : ',')).replace(/^[,.]+/u, '')
}
