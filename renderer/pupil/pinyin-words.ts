import { pinyin } from 'pinyin-pro'
import type { PinyinOf } from '#ui/pinyin.ts'
import { segments } from '#ui/segments.ts'

const han = /^\p{Script=Han}$/u

/** The reading of each segment in its sentence; '' for what is not a character. */
export const pinyinOfSegments: PinyinOf = (text) => {
  const read = pinyin(text, { type: 'all' })
  let at = 0
  return segments(text).map((segment) => {
    const first = read[at]
    at += Array.from(segment).length
    return han.test(segment) && first?.isZh ? first.pinyin : ''
  })
}
