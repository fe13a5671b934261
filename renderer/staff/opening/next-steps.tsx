import { useState } from 'react'
import type { OpeningNow } from '#contract/openings.ts'
import { Button, Icon, Panel } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { NumberCard } from './number-card.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { Reports } from './reports.tsx'

/** What to do now, each with what this PC can do for it: the numbers in large, and that it was reported. It rings nobody. */
export function NextSteps({ now }: { readonly now: OpeningNow }) {
  const { t } = useWords()
  const [shown, show] = useState<'guardian' | 'police' | 'report'>()
  const close = () => show(undefined)
  return (
    <Panel title={t('opening.now.next')}>
      <ul className="opened-next">
        <li>
          <Icon name="heart" weight="regular" />
          <span>{t('opening.now.next-be', { name: now.childName })}</span>
        </li>
        <li>
          <Icon name="phone" weight="regular" />
          <span>{t('opening.now.next-guardian')}</span>
          <Button label={t('opening.now.number-of')} onPress={() => show('guardian')} />
        </li>
        <li>
          <Icon name="warning" weight="regular" />
          <span>{t('opening.now.next-police')}</span>
          <Button label="110" onPress={() => show('police')} />
        </li>
        <li>
          <Icon name="check" weight="regular" />
          <span>{t('opening.now.next-report')}</span>
          <Button label={t('opening.report.mark')} onPress={() => show('report')} />
        </li>
        <li>
          <Icon name="pencil-simple" weight="regular" />
          <span>{t('opening.now.next-note')}</span>
        </li>
      </ul>
      <Reports reports={now.reports} />
      {shown === 'report' && <ReportDialog id={now.id} onClose={close} />}
      {(shown === 'guardian' || shown === 'police') && (
        <NumberCard
          childId={now.childId}
          childName={now.childName}
          who={shown}
          onClose={close}
          onReport={() => show('report')}
        />
      )}
    </Panel>
  )
}
