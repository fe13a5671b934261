import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { useWords } from '../../i18n/use-words.tsx'

/** Ten are done: the bamboo, and another round or back. */
export function RoundEnd({ grew, onAgain }: { readonly grew: boolean; readonly onAgain: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const joints = useAnswer('sums.shelf', undefined, { fresh: true }).value?.joints ?? 0
  const title = grew ? t('sums.end.grew') : t('sums.end.done')
  const hint = t('sums.end.hint')
  return (
    <main>
      <HillScene className="round-end">
        <Bamboo joints={joints} label={t('learn.bamboo', { joints })} />
        <h1 aria-live="polite">
          <SpokenText>{title}</SpokenText>
        </h1>
        {!grew && (
          <p className="lead">
            <SpokenText pinyin={false}>{hint}</SpokenText>
          </p>
        )}
        <div className="line">
          <Speak text={title} label={t('child.read', { text: title })} />
          <GoButton label={t('sums.end.again')} onPress={onAgain} />
          <Pill icon="arrow-left" weight="bold" label={t('child.back')} onPress={() => go('learn')} />
        </div>
      </HillScene>
    </main>
  )
}
