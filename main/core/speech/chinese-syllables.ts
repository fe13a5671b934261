import { createRequire } from 'node:module'
import { corrected } from './reading-corrections-rules.ts'

/** A name whose reading is known: `syllables` has one of the form xian3 for each of its characters. */
export interface KnownReading {
  readonly text: string
  readonly syllables: readonly string[]
}

type Reader = typeof import('pinyin-pro')

// Read from disk with the first word that is spoken, not with the first screen.
let reader: Reader | undefined
function reading(): Reader['pinyin'] {
  reader ??= createRequire(import.meta.url)('pinyin-pro') as Reader
  return reader.pinyin
}

/**
 * Pinyin with a digit for the tone after each syllable (5 is the neutral one, ü is `v`), stops kept: “ni3 hao3, xiao3 ming2.”
 * Where known names overlap, the longer one counts. A character without a reading is left out, never spelt.
 * @param text characters and the stops `,` and `.`
 */
export function chineseSyllables(text: string, known: readonly KnownReading[] = []): string {
  const characters = Array.from(text)
  const read = reading()(text, { type: 'all', toneType: 'num', toneSandhi: true, v: true })
  const found = read.map(({ isZh, pinyin: syllable }) => (isZh ? syllable.replace(/0$/, '5') : ''))
  // the dictionary answers once a code point; should it ever not, each character is read by itself
  const whole = found.length === characters.length ? found : characters.map((one) => lone(one))
  const named = withNames(text, corrected(text, whole), known)
  return characters
    .map((character, index) => (/[,.]/.test(character) ? character : ` ${named[index] ?? ''}`))
    .join('')
    .replaceAll(/ +/gu, ' ')
    .replaceAll(/ (?=[,.])/gu, '')
    .trim()
}

function lone(character: string): string {
  const [read] = reading()(character, { type: 'all', toneType: 'num', v: true })
  return read?.isZh ? read.pinyin.replace(/0$/, '5') : ''
}

function withNames(
  text: string,
  syllables: readonly string[],
  known: readonly KnownReading[],
): readonly string[] {
  const right = [...syllables]
  const taken = new Set<number>()
  for (const name of known.toSorted((one, other) => other.text.length - one.text.length)) {
    for (
      let from = text.indexOf(name.text);
      from !== -1;
      from = text.indexOf(name.text, from + name.text.length)
    ) {
      const start = Array.from(text.slice(0, from)).length
      for (const [index, syllable] of name.syllables.entries()) {
        if (taken.has(start + index)) continue
        taken.add(start + index)
        right[start + index] = syllable
      }
    }
  }
  return right
}

const tones = ['55', '35', '214', '51', '11']
/** Syllables without a stop: espeak cuts a clause at some 800 bytes, wherever that is. */
const LONG_BREATH = /((?:[^\s,.]+ ){49}[^\s,.]+) /gu
const initials: Readonly<Record<string, string>> = { x: 'S;', q: 'tS;h', j: 'tS;' }

/**
 * The syllables as espeak reads them. It closes with a full stop, without which 1.50 loses the last tone; xiong, qiong and jiong,
 * which 1.52 reads as English, stand as phonemes, and so do sounds that are hardly words (诶, 呣) as their neighbours.
 */
export function forEspeak(syllables: string): string {
  const known = syllables
    .replaceAll(/\b([xqj])iong([1-5])/gu, (_, initial: string, tone: string) => {
      return `[[${initials[initial] ?? ''}'y${tones[Number(tone) - 1] ?? ''}N]]`
    })
    .replaceAll('ê', 'ei')
    .replaceAll(/(?<![a-z])(?:m|hm)(?=[1-5])/gu, 'mu')
  // a full stop of Latin letters ends nothing before a small letter; nothing longer than a breath goes in at once
  const stopped = /[.]$/u.test(known) ? known : `${known.replace(/,$/u, '')}.`
  return stopped.replaceAll(LONG_BREATH, '$1, ').replaceAll('.', '。')
}
