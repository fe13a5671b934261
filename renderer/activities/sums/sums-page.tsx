import './sums.css'
import { useState } from 'react'
import type { SumsRound } from '#contract/sums.ts'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { useAnswer } from '../../api/query.tsx'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { RoundEnd } from './round-end.tsx'
import { Sum } from './sum.tsx'

/** Mental arithmetic: a round of ten. Main keeps the round and the question, so a crash comes back to it. */
export function SumsPage() {
  const { t } = useWords()
  const why = useRefusalWords()
  const asked = useAnswer('sums.round', undefined, { fresh: true })
  const [moved, setMoved] = useState<SumsRound>()
  const [grew, setGrew] = useState<boolean>()
  const round = moved ?? asked.value
  const question = round?.questions[round.now]
  const again = () => {
    setMoved(undefined)
    setGrew(undefined)
    asked.again()
  }
  return (
    <ChildPage door="learn">
      {asked.refusal && !round ? (
        <main className="sums-say">
          <SayCard
            kind="error"
            title={why(asked.refusal)}
            hint={t('child.broken.hint')}
            action={{ label: t('child.again'), onPress: asked.again }}
          />
        </main>
      ) : !round ? (
        <main>
          <Loading label={t('child.wait')} />
        </main>
      ) : question ? (
        <Sum
          key={`${round.id} ${round.now} ${question.id}`}
          round={round}
          question={question}
          onRound={setMoved}
          onEnd={setGrew}
        />
      ) : (
        <RoundEnd grew={grew ?? false} onAgain={again} />
      )}
    </ChildPage>
  )
}
