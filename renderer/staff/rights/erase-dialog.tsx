import { useState } from 'react'
import type { RightsLook } from '#contract/rights.ts'
import { Button, Chip, Dialog, Icon, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { holdingIcons, useHeldCount } from './held-table.tsx'
import { firstAsker, WhoAsked } from './who-asked.tsx'

const stays = ['looks', 'calls', 'consents', 'list'] as const

/** What goes, what stays and why, before anything is erased. */
export function EraseDialog({ look, onClose }: { readonly look: RightsLook; readonly onClose: () => void }) {
  const { t } = useWords()
  const count = useHeldCount()
  const [asker, setAsker] = useState(() => firstAsker(look))
  const ask = useDo('rights.askErasure', { stale: ['rights.look', 'rights.open'], done: onClose })
  return (
    <Dialog
      open
      wide
      asking
      title={t('rights.erase-title', { name: look.child.name })}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t('rights.erase-go')}
            look="danger"
            icon="timer"
            busy={ask.busy}
            onPress={() => ask.go({ childId: look.child.id, ...asker })}
          />
        </>
      }
    >
      <div className="rights-erase">
        <section>
          <h3>
            <Icon name="eraser" weight="regular" /> {t('rights.erase-goes')}{' '}
            <Chip tone="note">{t('rights.erase-not-yet')}</Chip>
          </h3>
          <ul className="rights-list">
            {look.held.map((held) => (
              <li key={held.holding}>
                <Icon name={holdingIcons[held.holding]} weight="regular" />
                <span>
                  <b>{t(`rights.holding.${held.holding}`)}</b>
                  <small>{t(`rights.erased.${held.holding}`)}</small>
                </span>
                <b>{count(held)}</b>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('rights.erase-stays')}</h3>
          <ul className="rights-stays">
            {stays.map((what) => (
              <li key={what}>{t(`rights.erase-stay.${what}`)}</li>
            ))}
          </ul>
          <h3>{t('rights.erase-backups')}</h3>
          <p>{t('rights.erase-backups-hint', { count: look.backups })}</p>
          {look.server && (
            <>
              <h3>{t('rights.erase-server')}</h3>
              <p>{t('rights.erase-server-hint')}</p>
            </>
          )}
          <WhoAsked look={look} asker={asker} onChange={setAsker} />
          <Notice tone="note" title={t('rights.erase-child')} />
          {look.sits && <p>{t('rights.erase-sits')}</p>}
          {ask.refusal && <Notice tone="care" title={refusalWords(t, ask.refusal)} />}
        </section>
      </div>
    </Dialog>
  )
}
