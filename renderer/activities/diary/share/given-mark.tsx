import './given-mark.css'
import { Pill } from '#ui/child/buttons.tsx'
import { Icon } from '#ui/icon.tsx'
import { useDo } from '../../../api/query.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { ReceiverFace, useReceivers, whoSees } from './receiver.tsx'

/** In the head of a page: only I can see it, or whose face is there. */
export function GivenMark({ page }: { readonly page: string }) {
  const { t } = useWords()
  const given = useReceivers(page).value?.given ?? null
  const words = whoSees(given, t)
  return (
    <span className={given ? 'lock-mark is-given' : 'lock-mark'} title={words}>
      <ReceiverFace to={given?.to ?? null} />
      <span className="hide-narrow">{words}</span>
    </span>
  )
}

export interface GivenBarProps {
  readonly page: string
  /** Leads to “who may see it?”. */
  readonly onShare: () => void
}

/** At the right of a page: who can see it, the way to change that, and one tap to take it back. */
export function GivenBar({ page, onShare }: GivenBarProps) {
  const { t } = useWords()
  const receivers = useReceivers(page)
  const back = useDo('shares.takeBack', { stale: ['shares.receivers'] })
  const given = receivers.value?.given ?? null
  const words = given ? whoSees(given, t) : t('diary.lock')
  return (
    <div className="given-bar">
      <button
        type="button"
        className={given ? 'who-sees is-given' : 'who-sees'}
        aria-label={`${words} ${t('diary.share.open')}`}
        onClick={onShare}
      >
        <ReceiverFace to={given?.to ?? null} />
        <span>{words}</span>
        <Icon name="caret-right" weight="bold" />
      </button>
      {given && (
        <Pill
          icon="arrow-u-up-left"
          weight="bold"
          label={t('diary.share.take-back')}
          disabled={back.busy}
          onPress={() => back.go({ page })}
        />
      )}
    </div>
  )
}
