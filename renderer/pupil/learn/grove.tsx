import { Fragment } from 'react'
import type { Shelf, Subject } from '#contract/learning.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { subjectPictures } from './subjects.tsx'

/** Subjects that grow bamboo: what is played with, not what a teacher or a program brings. */
const growing: readonly Subject[] = ['characters', 'typing', 'maths', 'map', 'logic', 'computer', 'stories']

/** Joints drawn on a stalk; what grew beyond stands beside it in young stalks: nothing that grew is ever gone. */
const tallest = 6

/** The child's own bamboo: one stalk a subject, as many joints as it has grown, a sprout where nothing has. */
export function Grove({ shelf: { grove, cards } }: { readonly shelf: Pick<Shelf, 'grove' | 'cards'> }) {
  const { t } = useShelfWords()
  const stalks = growing
    .map((subject) => ({ subject, joints: grove[subject] ?? 0 }))
    // As with the doors: none for a subject in which nothing is there to grow.
    .filter(({ subject, joints }) => joints > 0 || cards.some((card) => card.subject === subject))
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
  const shown = Math.min(joints, tallest)
  const height = shown * 27
  return (
    <svg className="stalk" viewBox="0 0 56 176" aria-hidden="true">
      <Young joints={joints - tallest} x={39} />
      <Young joints={joints - 2 * tallest} x={6} />
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

/** A thinner stalk beside the first, never taller than it. */
function Young({ joints, x }: { readonly joints: number; readonly x: number }) {
  return Array.from({ length: Math.min(joints, tallest) }, (_, index) => (
    <rect
      key={`joint-${index}`}
      x={x}
      y={176 - (index + 1) * 27}
      width="11"
      height="25"
      rx="4"
      fill="#8fc79a"
    />
  ))
}
