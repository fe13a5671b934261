import './passport-booklet.css'
import type { Stamp } from '#contract/learning.ts'
import { useAnswer } from '../../api/query.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { stampDay, useStampWords } from '../../i18n/stamp-words.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from './print-sheet.tsx'

/** The passport on A4, folded once in the middle; black ink is enough. A stamp without a believed day carries none. */
export function PassportBooklet({
  name,
  stamps,
}: {
  readonly name: string
  readonly stamps: readonly Stamp[]
}) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const room = useAnswer('room.look', undefined)
  return (
    <PrintSheet title={t('children.passport-title', { name })}>
      <p className="booklet-cover">
        {room.value?.school}
        <span>{s('passport.say', { count: stamps.length })}</span>
      </p>
      <ul className="booklet">
        {stamps.map((stamp, index) => (
          <li key={`${stamp.activity} ${stamp.stamp}`} data-shape={index % 3}>
            <PrintedStamp stamp={stamp} />
          </li>
        ))}
      </ul>
    </PrintSheet>
  )
}

function PrintedStamp({ stamp }: { readonly stamp: Stamp }) {
  const { language } = useWords()
  const { name, proof } = useStampWords(stamp)
  return (
    <>
      <b>{name}</b>
      <span>{proof}</span>
      <small>{stampDay(stamp.at, language)}</small>
    </>
  )
}
