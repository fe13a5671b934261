import './frame.css'
import { useState } from 'react'
import type { Round } from '#contract/learning.ts'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { entryOf } from '../catalog.ts'
import { exerciseOver } from './between.ts'
import { Playing } from './playing.tsx'
import type { Finished } from './finished.ts'
import { RoundEnd } from './round-end.tsx'

/** Any activity: main keeps its round and the exercise, so a crash comes back to it. */
export function ActivityPage({ id }: { readonly id: string }) {
  const { t } = useWords()
  const entry = entryOf(id)
  const ready = useActivityCatalogs('shelf', ...(entry ? [id] : []))
  return (
    <ChildPage door="learn" className="activity-page">
      {!ready ? (
        <main>
          <Loading label={t('child.wait')} />
        </main>
      ) : entry ? (
        <Rounds id={id} Exercise={entry.Exercise} />
      ) : (
        <Gone />
      )}
    </ChildPage>
  )
}

type Entry = NonNullable<ReturnType<typeof entryOf>>

function Rounds({ id, Exercise }: { readonly id: string; readonly Exercise: Entry['Exercise'] }) {
  const { t } = useWords()
  const { any } = useShelfWords()
  const why = useRefusalWords()
  const asked = useAnswer('learning.round', { activity: id }, { fresh: true })
  // Each exercise that is shown gets a number of its own: the same place may hold another one.
  const [moved, setMoved] = useState<{ readonly round: Round; readonly turn: number }>()
  const [grew, setGrew] = useState<boolean>()
  const [finished, setFinished] = useState<readonly Finished[]>([])
  // “Again”: the end stays until the next round is there. What was answered before is a round that is done: nobody may meet its exercise again.
  const [left, leave] = useState<Round['id']>()
  const waits = left !== undefined && asked.value?.id === left
  if (left !== undefined && !waits) {
    leave(undefined)
    setMoved(undefined)
    setFinished([])
    setGrew(undefined)
  }
  const round = moved?.round ?? asked.value
  const again = () => {
    leave(asked.value?.id)
    asked.again()
  }
  const refused = asked.refusal && (!round || waits)
  if (refused && asked.refusal?.code === 'not-found') return <Gone />
  if (refused && asked.refusal)
    return (
      <main className="activity-say">
        <SayCard
          kind="error"
          title={why(asked.refusal)}
          hint={t('child.broken.hint')}
          action={{ label: t('child.again'), onPress: asked.again }}
        />
      </main>
    )
  if (!round)
    return (
      <main>
        <Loading label={t('child.wait')} />
      </main>
    )
  if (round.now >= round.length)
    return <RoundEnd activity={id} grew={grew ?? false} finished={finished} waits={waits} onAgain={again} />
  return (
    <Playing
      key={`${round.id} ${round.now} ${moved?.turn ?? 0}`}
      round={round}
      title={any(`title.${id}`) ?? id}
      Exercise={Exercise}
      onRound={(next) => {
        exerciseOver()
        setMoved({ round: next, turn: (moved?.turn ?? 0) + 1 })
      }}
      onDone={(answer) => setFinished((before) => [...before, { exercise: round.exercise, answer }])}
      onEnd={setGrew}
    />
  )
}

/** Not on this child's shelf (any more). */
function Gone() {
  const { t } = useShelfWords()
  const go = useGo()
  return (
    <main className="activity-say">
      <SayCard
        kind="empty"
        title={t('frame.gone.title')}
        hint={t('frame.gone.hint')}
        action={{ label: t('frame.back'), onPress: () => go('learn') }}
      />
    </main>
  )
}
