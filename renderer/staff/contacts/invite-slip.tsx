import type { Invitation } from '#contract/wire.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { useDayWord } from './contact-words.ts'
import { Qr } from './qr.tsx'

interface InviteSlipProps {
  readonly invitation: Invitation
  readonly called: string
  /** No surname on a slip that may be lost. */
  readonly given: string
}

/** The invitation on paper, to take home. */
export function InviteSlip({ invitation, called, given }: InviteSlipProps) {
  const { t } = useWords()
  const dayWord = useDayWord()
  return (
    <PrintSheet title={t('contacts.slip-title', { called, given })}>
      <div className="invite-slip">
        <Qr text={invitation.link} label={t('contacts.qr', { called })} />
        <ol>
          <li>{t('contacts.slip-1')}</li>
          <li>{t('contacts.slip-2', { button: t('parent.invited.go') })}</li>
          <li>{t('contacts.slip-3')}</li>
        </ol>
        <p>{t('contacts.slip-once', { day: dayWord(invitation.expiresAt) })}</p>
      </div>
    </PrintSheet>
  )
}
