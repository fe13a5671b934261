import { useState } from 'react'
import { RoundButton } from '#ui/child/buttons.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { onDemand } from '../on-demand.tsx'

const HelpCard = onDemand(() => import('./help-card.tsx').then((page) => page.HelpCard), 'when-shown')

/** The help card, one tap away where nobody has signed in. */
export function HelpDoor() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <RoundButton
        className="help-door"
        label={t('help.open')}
        icon="phone-call"
        onPress={() => setOpen(true)}
      />
      {open && <HelpCard onClose={() => setOpen(false)} />}
    </>
  )
}
