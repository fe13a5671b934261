import { RoundButton } from '#ui/child/buttons.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useGo } from '../session/session.tsx'

/** Back to the front of the learning corner. */
export function ToFront() {
  const { t } = useShelfWords()
  const go = useGo()
  return (
    <RoundButton
      className="back"
      label={t('front')}
      icon="arrow-left"
      weight="bold"
      onPress={() => go('learn')}
    />
  )
}
