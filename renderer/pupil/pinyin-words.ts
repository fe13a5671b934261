import { pinyin } from 'pinyin-pro'
import type { NameSound } from '#contract/people.ts'
import type { PinyinOf } from '#ui/pinyin.ts'
import { segments } from '#ui/segments.ts'

const han = /^\p{Script=Han}$/u

/** The reading of each segment in its sentence; '' for what is not a character. `sounds` are names that staff put right. */
export function pinyinOfSegments(text: string, sounds: readonly NameSound[] = []): readonly string[] {
  const read = pinyin(text, { type: 'all' }).map(({ isZh, pinyin: syllable }) => (isZh ? syllable : ''))
  for (const sound of sounds.toReversed()) {
    for (
      let at = text.indexOf(sound.text);
      at !== -1;
      at = text.indexOf(sound.text, at + sound.text.length)
    ) {
      read.splice(Array.from(text.slice(0, at)).length, sound.syllables.length, ...sound.syllables)
    }
  }
  let at = 0
  return segments(text).map((segment) => {
    const first = read[at] ?? ''
    at += Array.from(segment).length
    return han.test(segment) ? first : ''
  })
}

/** With these names known. */
export const pinyinWith =
  (sounds: readonly NameSound[] | undefined): PinyinOf =>
  (text) =>
    pinyinOfSegments(text, sounds)
