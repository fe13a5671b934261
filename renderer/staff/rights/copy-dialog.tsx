import { useState } from 'react'
import type { RightsLook } from '#contract/rights.ts'
import { Button, Dialog, Notice, Progress } from '#ui/staff.ts'
import { useDo, useEvent } from '../../api/query.tsx'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { useHeldCount } from './held-table.tsx'
import { firstAsker, WhoAsked } from './who-asked.tsx'

/** A copy for the guardian: what is in it and how large, who asked, where to; then how far it is, and a way to stop. */
export function CopyDialog({ look, onClose }: { readonly look: RightsLook; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const count = useHeldCount()
  const [asker, setAsker] = useState(() => firstAsker(look))
  const [placing, setPlacing] = useState(false)
  const [done, setDone] = useState(0)
  const childId = look.child.id
  useEvent('job.progress', (job) => {
    if (job.token === childId) setDone(job.done)
  })
  const copy = useDo('rights.copy', { stale: ['rights.look'] })
  const stop = useDo('rights.stopCopy')
  const copied = look.held.filter((held) => held.copied)
  const bytes = copied.reduce((sum, held) => sum + held.bytes, 0)
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  if (placing && !copy.busy)
    return (
      <PlaceChoice
        title={t('rights.copy-title')}
        busy={copy.busy}
        refusal={copy.refusal}
        saved={copy.value?.file}
        onPlace={(place) => {
          setDone(0)
          copy.go({ childId, ...asker, place })
        }}
        onClose={copy.value ? onClose : () => setPlacing(false)}
      />
    )
  return (
    <Dialog
      open
      asking
      title={t('rights.copy-title')}
      closeLabel={t('children.close')}
      {...(!copy.busy && { onClose })}
      actions={
        copy.busy ? (
          <Button label={t('rights.copy-stop')} onPress={() => stop.go({ childId })} />
        ) : (
          <>
            <Button label={t('children.cancel')} onPress={onClose} />
            <Button label={t('rights.copy-next')} look="main" onPress={() => setPlacing(true)} />
          </>
        )
      }
    >
      {copy.busy ? (
        <Progress label={t('rights.copy-busy')} value={done} />
      ) : (
        <>
          <p>{t('rights.copy-size', { size: size.format(bytes / 1e6), count: copied.length })}</p>
          <ul className="rights-list">
            {copied.map((held) => (
              <li key={held.holding}>
                <span>{t(`rights.holding.${held.holding}`)}</span>
                <b>{count(held)}</b>
              </li>
            ))}
          </ul>
          <Notice tone="note" title={t('rights.holding.diary')}>
            {t('rights.copied.diary')}
          </Notice>
          <p>{t('rights.copy-own')}</p>
          <WhoAsked look={look} asker={asker} onChange={setAsker} />
          {copy.refusal && <Notice tone="care" title={refusalWords(t, copy.refusal)} />}
        </>
      )}
    </Dialog>
  )
}
