import './help-line.css'
import { useState } from 'react'
import { Speak } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { HelpCard, helpLines } from './help-card.tsx'

/** The numbers on every page of feelings and of me: a tap opens the card that says what each is for. */
export function HelpLine() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className="helpline">
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="phone-call" weight="fill" />
        <span>
          <span className="hide-narrow">{t('help.pill')} </span>
          <b>
            {helpLines[0].number}
            <span className="help-more">
              {helpLines
                .slice(1)
                .map(({ number }) => `、${number}`)
                .join('')}
            </span>
          </b>
        </span>
      </button>
      <Speak text={t('help.read')} label={t('child.read', { text: t('help.read') })} />
      {open && <HelpCard onClose={() => setOpen(false)} />}
    </div>
  )
}
