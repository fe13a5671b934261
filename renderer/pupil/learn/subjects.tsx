import type { ReactElement } from 'react'
import type { Shelf, Subject } from '#contract/learning.ts'
import { Picture } from '#ui/picture.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { ToyBlocks } from './toy-blocks.tsx'

/** Two letters or digits on a coloured tile, as a picture. */
const Tile = ({ text, tone }: { readonly text: string; readonly tone: string }) => (
  <svg className="pic" viewBox="0 0 32 32" aria-hidden="true">
    <rect x="1" y="3" width="30" height="26" rx="8" fill={tone} />
    <text x="16" y="23" fontSize="18" fontWeight="700" textAnchor="middle" fill="#fff">
      {text}
    </text>
  </svg>
)

/** The subjects in the order of the shelf, two columns of five, and their pictures. */
export const subjectPictures: readonly (readonly [Subject, ReactElement])[] = [
  ['characters', <Picture name="writing" key="characters" />],
  ['typing', <Picture name="keyboard" key="typing" />],
  ['maths', <Tile text="12" tone="#e4694a" key="maths" />],
  ['english', <Tile text="Ab" tone="#4f9cc8" key="english" />],
  ['map', <Picture name="world-map" key="map" />],
  ['logic', <Picture name="puzzle" key="logic" />],
  ['computer', <Picture name="mouse-device" key="computer" />],
  ['stories', <Picture name="book" key="stories" />],
  ['teacher', <Picture name="card-box" key="teacher" />],
  ['toys', <Picture name="teddy" key="toys" />],
]

export const pictureOf = (subject: Subject | null): ReactElement =>
  subjectPictures.find(([name]) => name === subject)?.[1] ?? <Picture name="star" />

interface SubjectsProps {
  readonly chosen: Subject | undefined
  /** Undefined until it is known. */
  readonly shelf: Shelf | undefined
  readonly onChoose: (subject: Subject) => void
}

/**
 * The subjects; a tap shows its shelf and says its name. One has a door only where something stands behind it: an empty shelf says
 * nothing to who cannot read. Big toys have theirs where there are any and the room allows them.
 */
export function Subjects({ chosen, shelf, onChoose }: SubjectsProps) {
  const { t } = useShelfWords()
  const speaker = useSpeech()
  const toys = shelf?.toys ?? null
  const isThere = (subject: Subject): boolean =>
    subject === chosen ||
    (subject === 'toys' ? toys !== null : shelf?.cards.some((card) => card.subject === subject) === true)
  return (
    <div className="subjects" role="group" aria-label={t('subjects')}>
      {subjectPictures
        .filter(([subject]) => isThere(subject))
        .map(([subject, picture]) => (
          <button
            key={subject}
            type="button"
            aria-pressed={subject === chosen}
            onClick={() => {
              onChoose(subject)
              speaker.speak(t(`subject.${subject}`))
            }}
          >
            {picture}
            <span>{t(`subject.${subject}`)}</span>
            {subject === 'toys' && toys && <ToyBlocks toys={toys} />}
          </button>
        ))}
    </div>
  )
}
