import { useState } from 'react'
import type { RightsLook } from '#contract/rights.ts'
import { Icon, Panel, type IconName } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'

type Act = 'copy' | 'correct' | 'erase'
const icons: Readonly<Record<Act, IconName>> = {
  copy: 'download-simple',
  correct: 'pencil-simple',
  erase: 'eraser',
}

/** What a guardian may ask. What a role may not do is absent. */
export function ActsPanel({ look, mayAll }: { readonly look: RightsLook; readonly mayAll: boolean }) {
  const { t } = useWords()
  const [opened, open] = useState<Act>()
  const close = () => open(undefined)
  const waits = look.requests.some(({ kind, state }) => kind === 'erasure' && state === 'open')
  const acts: readonly Act[] = mayAll
    ? ['copy', 'correct', ...(waits ? [] : (['erase'] as const))]
    : ['correct']
  if (look.guardians.length === 0) return null
  return (
    <Panel title={t('rights.acts')}>
      <ul className="rights-acts">
        {acts.map((act) => (
          <li key={act}>
            <button
              type="button"
              className={act === 'erase' ? 'danger' : undefined}
              onClick={() => open(act)}
            >
              <Icon name={icons[act]} weight="regular" />
              <span>
                <b>{t(`rights.${act}-act`)}</b>
                <small>{t(`rights.${act}-hint`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {opened === 'copy' && <CopyDialog look={look} onClose={close} />}
      {opened === 'correct' && <CorrectionDialog look={look} onClose={close} />}
      {opened === 'erase' && <EraseDialog look={look} onClose={close} />}
    </Panel>
  )
}
