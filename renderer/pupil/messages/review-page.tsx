import { useState } from 'react'
import type { LetterBox, MessageCard } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { call } from '../../api/house.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { Player } from './player.tsx'

export interface ReviewPageProps {
  readonly box: LetterBox
  readonly draft: MessageCard
  /** What ended the recording, where it was not the child. */
  readonly cut?: RefusalCode | undefined
  readonly onSent: (message: MessageCard) => void
  /** Made anew; this one is gone. */
  readonly onAgain: () => void
  readonly onDropped: () => void
  /** It waits already and goes by itself. */
  readonly onLeave: () => void
}

/** The child looks at what was made, and sends it, makes it anew or takes it back while it still waits. */
export function ReviewPage({ box, draft, cut, onSent, onAgain, onDropped, onLeave }: ReviewPageProps) {
  const { t } = useWords()
  const refusal = useRefusalWords()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<RefusalCode | undefined>(cut)
  const { called } = box
  const send = async () => {
    setBusy(true)
    const answer = await call('messages.send', { id: draft.id })
    if (answer.ok) return onSent(answer.value)
    setBusy(false)
    return setTrouble(answer.error.code)
  }
  const drop = async (then: () => void) => {
    setBusy(true)
    const answer = await call('messages.drop', { id: draft.id })
    // Gone already is gone.
    if (answer.ok || answer.error.code === 'not-found') return then()
    setBusy(false)
    return setTrouble(answer.error.code)
  }
  const isWaiting = draft.state === 'waiting'
  const label = t('message.play.own')
  const main = isWaiting ? t('message.review.leave') : t('message.review.send', { called })
  const problem = trouble && refusal({ code: trouble })
  const offers = [...(problem ? [problem] : []), main, t('message.review.again'), t('message.review.drop')]
  return (
    <LetterFrame
      picture={
        draft.content && (
          <Player
            kind={draft.kind}
            content={draft.content}
            label={label}
            face={<KinPhoto person={box} />}
            auto={false}
          />
        )
      }
      title={t(`message.review.${draft.kind}`, { called })}
      hint={t('message.review.hint')}
      offers={offers}
    >
      {problem && <SayCard kind="error" title={problem} hint={t('message.record.kept')} />}
      <GoButton
        label={main}
        icon="paper-plane-right"
        busy={busy}
        busyLabel={t('child.wait')}
        onPress={isWaiting ? onLeave : () => void send()}
      />
      <div className="letterbox-row">
        <Pill
          icon="arrow-counter-clockwise"
          weight="bold"
          label={t('message.review.again')}
          disabled={busy}
          onPress={() => void drop(onAgain)}
        />
        <Pill
          icon="trash"
          label={t('message.review.drop')}
          disabled={busy}
          onPress={() => void drop(onDropped)}
        />
      </div>
    </LetterFrame>
  )
}
