import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useGo } from '../../pupil/session/session.tsx'

import type { Finished } from './finished.ts'
import { IntoDiary } from './into-diary.tsx'

interface RoundEndProps {
  readonly activity: string
  readonly grew: boolean
  /** What was done in this round, as far as this window saw it. */
  readonly finished: readonly Finished[]
  /** The next round was asked for. */
  readonly waits: boolean
  readonly onAgain: () => void
}

/** A round is done: the bamboo, and another round or back. */
export function RoundEnd({ activity, grew, finished, waits, onAgain }: RoundEndProps) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const go = useGo()
  const shelf = useAnswer('learning.shelf', undefined, { fresh: true }).value
  const joints = shelf?.cards.find((card) => card.activity === activity)?.joints ?? 0
  const title = grew ? s('frame.end.grew') : s('frame.end.done')
  return (
    <main>
      <HillScene className="round-end">
        <Bamboo joints={joints} label={s('bamboo', { joints })} />
        <h1 aria-live="polite">
          <SpokenText>{title}</SpokenText>
        </h1>
        {!grew && (
          <p className="lead">
            <SpokenText pinyin={false}>{s('frame.end.hint')}</SpokenText>
          </p>
        )}
        <div className="line">
          <Speak text={title} label={t('child.read', { text: title })} />
          <GoButton label={s('frame.end.again')} busy={waits} busyLabel={t('child.wait')} onPress={onAgain} />
          <IntoDiary activity={activity} finished={finished} />
          <Pill icon="arrow-left" weight="bold" label={t('child.back')} onPress={() => go('learn')} />
        </div>
      </HillScene>
    </main>
  )
}
