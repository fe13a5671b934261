import './answer-side.css'
import type { ReactNode } from 'react'
import { GoButton } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useFrame } from './frame.tsx'

export interface AnswerSideProps {
  /** What is to be made, large. */
  readonly children: ReactNode
  /** The same in a sentence. */
  readonly ask: string
  /** Nothing to hand in yet. */
  readonly empty?: boolean
  readonly onDone: () => void
}

/** In the place of the pad, where something is made: what, and the button that hands it in. */
export function AnswerSide({ children, ask, empty = false, onDone }: AnswerSideProps) {
  const { t } = useShelfWords()
  const { busy, stage } = useFrame()
  return (
    <div className="answer-side">
      <section className="card">
        <b>{children}</b>
        <p>
          <SpokenText>{ask}</SpokenText>
        </p>
      </section>
      <GoButton
        label={t('frame.done')}
        icon="check-circle"
        disabled={busy || empty || stage === 'wrong'}
        onPress={onDone}
      />
    </div>
  )
}
