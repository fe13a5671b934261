import type { ReactNode } from 'react'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useRaiseHand } from '../warnings/raise-hand.tsx'
import { LetterFrame } from './letter-frame.tsx'

interface RecordRestsProps {
  readonly title: string
  readonly picture: ReactNode
  readonly isUnheard: boolean
  readonly children: ReactNode
  readonly onGoOn: () => void
  readonly onStop: () => void
}

/** The microphone fell out in the middle: what was said is kept, and when it is back the child may go on. */
export function RecordRests({ title, picture, isUnheard, children, onGoOn, onStop }: RecordRestsProps) {
  const { t } = useWords()
  const raise = useRaiseHand()
  const say = isUnheard
    ? { title: t('message.record.microphone-out'), hint: t('message.record.microphone-out-hint') }
    : { title: t('message.record.microphone-back'), hint: t('message.record.kept') }
  const [goOn, stop] = [t('message.record.go-on'), t('message.record.stop')]
  return (
    <LetterFrame
      picture={picture}
      title={title}
      hint={say.hint}
      offers={[say.title, ...(isUnheard ? [] : [goOn]), stop]}
    >
      <SayCard kind={isUnheard ? 'error' : 'empty'} title={say.title} hint={t('message.record.kept')} />
      {children}
      {isUnheard ? (
        <GoButton label={stop} icon="stop" onPress={onStop} />
      ) : (
        <GoButton label={goOn} icon="microphone" onPress={onGoOn} />
      )}
      <div className="letterbox-row letterbox-foot">
        {isUnheard ? (
          <Pill picture="raising" label={t('child.raise.label')} onPress={raise} />
        ) : (
          <Pill icon="stop" label={stop} onPress={onStop} />
        )}
      </div>
    </LetterFrame>
  )
}
