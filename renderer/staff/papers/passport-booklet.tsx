import './passport-booklet.css'
import type { ChildRow } from '#contract/children.ts'
import type { Stamp, Subject } from '#contract/learning.ts'
import { Face, Picture } from '#ui/staff.ts'
import type { PictureName } from '#ui/sprite/names.ts'
import { useAnswer } from '../../api/query.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { stampDay, useStampWords } from '../../i18n/stamp-words.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from './print-sheet.tsx'

/** Tiles and pictures that a child knows its subjects by. */
const tiles: Readonly<Partial<Record<Subject, string>>> = { maths: '12', english: 'Ab' }
const pictures: Readonly<Partial<Record<Subject, PictureName>>> = {
  characters: 'writing',
  typing: 'keyboard',
  map: 'world-map',
  logic: 'puzzle',
  computer: 'mouse-device',
  stories: 'book',
  teacher: 'card-box',
}

/** The passport on A4, folded once in the middle; black ink is enough. A stamp without a believed day carries none. */
export function PassportBooklet({
  child,
  stamps,
}: {
  readonly child: Pick<ChildRow, 'name' | 'classLabel' | 'face'>
  readonly stamps: readonly Stamp[]
}) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const room = useAnswer('room.look', undefined)
  return (
    <PrintSheet title={t('children.passport-title', { name: child.name })}>
      <div className="booklet-cover">
        <Face face={child.face} size={88} />
        <p>
          <b>{child.name}</b>
          {`${room.value?.school ?? ''}  ${child.classLabel}`}
          <span>{s('passport.say', { count: stamps.length })}</span>
        </p>
      </div>
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
  const subject = stamp.subject ?? 'toys'
  return (
    <>
      <span className="booklet-mark">{tiles[subject] ?? <Picture name={pictures[subject] ?? 'star'} />}</span>
      <b>{name}</b>
      <span>{proof}</span>
      <small>{stampDay(stamp.at, language)}</small>
    </>
  )
}
