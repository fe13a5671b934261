import { Fragment } from 'react'
import type { Shelf, Subject } from '#contract/learning.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { subjectPictures } from './subjects.tsx'

/** Subjects that grow bamboo: what is played with, not what a teacher or a program brings. */
const growing: readonly Subject[] = ['characters', 'typing', 'maths', 'map', 'logic', 'computer', 'stories']

/** Joints drawn on a stalk; what grew beyond stands for itself in a second stalk behind the first. */
const tallest = 6

/** The child's own bamboo: one stalk a subject, as many joints as it has grown, a sprout where nothing has. */
export function Grove({ grove }: { readonly grove: Shelf['grove'] }) {
  const { t } = useShelfWords()
  const stalks = growing.map((subject) => ({ subject, joints: grove[subject] ?? 0 }))
  const words = stalks
    .map(({ subject, joints }) => {
      const facts = { subject: t(`subject.${subject}`), joints }
      return t(joints > 0 ? 'stalk' : 'sprout', facts)
    })
    .join(', ')
  return (
    <div className="grove" role="img" aria-label={t('grove', { stalks: words })}>
      {stalks.map(({ subject, joints }) => (
        <div key={subject}>
          <Stalk joints={joints} />
          <span>{subjectPictures.find(([name]) => name === subject)?.[1]}</span>
        </div>
      ))}
    </div>
  )
}

function Stalk({ joints }: { readonly joints: number }) {
  const shown = joints === 0 ? 0 : ((joints - 1) % tallest) + 1
  const height = shown * 27
  return (
    <svg className="stalk" viewBox="0 0 56 176" aria-hidden="true">
      {joints > tallest && <rect x="36" y="20" width="9" height="156" rx="4" fill="#8fc79a" />}
      {Array.from({ length: shown }, (_, index) => {
        const y = 176 - (index + 1) * 27
        return (
          <Fragment key={`joint-${index}`}>
            <rect x="19" y={y} width="18" height="25" rx="5" fill="#4fa469" />
            <path d={`M24 ${y + 5}v14`} stroke="#8fd0a0" strokeWidth="3" strokeLinecap="round" />
          </Fragment>
        )
      })}
      {shown > 1 && (
        <path
          d={`M37 ${176 - height / 2}q4-14 18-13-3 14-18 13ZM19 ${190 - height}q-14 1-17-11 15 0 17 11Z`}
          fill="#6cbf83"
        />
      )}
      {shown > 0 ? (
        <path d={`M28 ${176 - height}q2-12 17-12-3 14-17 12Z`} fill="#6cbf83" />
      ) : (
        <path d="M28 176v-8q-12 1-14-10 13-1 14 10 2-11 14-10-1 11-14 10" fill="#6cbf83" />
      )}
    </svg>
  )
}
