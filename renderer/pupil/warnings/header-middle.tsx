import './header-middle.css'
import { GoButton } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { Swallow } from '#ui/drawings/swallow.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { RoadCountdown } from '../session/countdown.tsx'
import { useGo, usePhase } from '../session/session.tsx'
import { useWarning } from './use-warning.ts'

/** The sun's way; for a moment a warning in its place; when the time is over, the way to say goodbye when ready. */
export function HeaderMiddle() {
  const { t } = useWords()
  const go = useGo()
  const phase = usePhase()
  const warning = useWarning()
  if (phase === 'goodbye') {
    return (
      <div className="word-from-swallow" role="status">
        <Bird />
        <p>
          <SpokenText pinyin={false}>{t('child.warning.over')}</SpokenText>
        </p>
        <GoButton label={t('child.warning.ready')} onPress={() => go('goodbye')} />
      </div>
    )
  }
  if (!warning) return <RoadCountdown />
  return (
    <div className="word-from-swallow" role="status">
      <Bird />
      <p>
        <SpokenText pinyin={false}>{t(`child.warning.${warning}`)}</SpokenText>
      </p>
    </div>
  )
}

const Bird = () => (
  <svg viewBox="-22 -26 56 74" aria-hidden="true">
    <Swallow />
  </svg>
)
