import { Button } from '#ui/staff.ts'
import { useWords } from '../words.ts'

interface StepFooterProps {
  readonly ready: boolean
  readonly back: () => void
  readonly next: () => void
}

/** Back and on, at the foot of a step that asks for something. */
export function StepFooter({ ready, back, next }: StepFooterProps) {
  const { t } = useWords()
  return (
    <>
      <Button label={t('setup.back')} large icon="arrow-left" onPress={back} />
      <Button
        label={t('setup.next')}
        look="main"
        large
        icon="arrow-right"
        iconLast
        className="end"
        disabled={!ready}
        onPress={next}
      />
    </>
  )
}
