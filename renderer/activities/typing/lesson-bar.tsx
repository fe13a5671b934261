import '../../pupil/writing/writing.css'
import { CandidateBar } from '../../pupil/writing/candidate-bar.tsx'
import { LetterKeys } from '../../pupil/writing/letter-keys.tsx'
import type { Writer, WriterView } from '../../pupil/writing/writer.ts'

/** The bar of candidates in a lesson, always as high, and the keys to tap on where they are shown. */
export function LessonBar({
  writer,
  view,
  keys,
  waiting,
}: {
  readonly writer: Writer
  readonly view: WriterView
  readonly keys: boolean
  /** What is said while nothing is being typed. */
  readonly waiting: string
}) {
  const composing = view.composition.letters !== ''
  return (
    <div className="writing-bar in-lesson">
      {composing ? (
        <CandidateBar view={view} onDeed={(deed) => writer.does(deed)} />
      ) : (
        <p className="waiting">{waiting}</p>
      )}
      {keys && (
        <LetterKeys
          latin={false}
          onLetter={(letter) => writer.does({ kind: 'letter', letter })}
          onMark={() => undefined}
          onBackspace={() => (composing ? writer.does({ kind: 'take-back' }) : undefined)}
          onSpace={() => (composing ? writer.does({ kind: 'pick', place: 0 }) : undefined)}
          onEnter={() => (composing ? writer.does({ kind: 'pick', place: 0 }) : undefined)}
        />
      )}
    </div>
  )
}
