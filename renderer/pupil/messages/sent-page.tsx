import type { LetterBox } from '#contract/messages.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { PostSwallow } from '#ui/drawings/post-swallow.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { LetterFrame } from './letter-frame.tsx'

export interface SentPageProps {
  readonly box: LetterBox
  readonly onMore: () => void
  readonly onBack: () => void
}

/** The swallow flies off with the letter; without a line it waits with it at the house. */
export function SentPage({ box, onMore, onBack }: SentPageProps) {
  const { t } = useWords()
  const { called, away } = box
  return (
    <LetterFrame
      picture={<PostSwallow label={t('message.sent.picture', { called })} letter flying={!away} />}
      title={t(away ? 'message.sent.kept-title' : 'message.sent.title')}
      hint={t(away ? 'message.sent.kept-hint' : 'message.sent.hint', { called })}
    >
      <GoButton label={t('message.back')} onPress={onBack} />
      <div className="letterbox-row">
        <Pill picture="letter" label={t('message.sent.more')} onPress={onMore} />
      </div>
    </LetterFrame>
  )
}
