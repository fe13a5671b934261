import './merge-dialog.css'
import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import { Button, Dialog, Notice, Select } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { LikelyPairs } from './likely-pairs.tsx'
import { MergeSides } from './merge-sides.tsx'
import { StandingMerges } from './standing-merges.tsx'

interface MergeDialogProps {
  readonly people: readonly ChildRow[]
  readonly onClose: () => void
}

/** Two records that are one child: choose both, see what goes together, say so; below, what was merged and can be taken apart. */
export function MergeDialog({ people, onClose }: MergeDialogProps) {
  const { t } = useWords()
  const [kept, setKept] = useState<string>()
  const [gone, setGone] = useState<string>()
  const stale = {
    stale: ['children.list', 'children.classes', 'children.merges', 'children.likelyPairs'] as const,
  }
  const merge = useDo('children.merge', {
    ...stale,
    done: () => {
      setKept(undefined)
      setGone(undefined)
    },
  })
  const items = people.map(({ id, name, classLabel, number }) => ({
    id,
    label: [name, classLabel, number].filter(Boolean).join(' · '),
  }))
  const both = kept !== undefined && gone !== undefined && kept !== gone
  return (
    <Dialog
      open
      wide
      asking
      title={t('merge.title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t('merge.do')}
            look="main"
            disabled={!both}
            busy={merge.busy}
            onPress={() => both && merge.go({ kept, gone })}
          />
        </>
      }
    >
      <div className="merge-choose">
        <Select
          label={t('merge.kept')}
          placeholder={t('merge.choose')}
          items={items.filter(({ id }) => id !== gone)}
          chosen={kept}
          onChoose={setKept}
        />
        <Select
          label={t('merge.gone')}
          placeholder={t('merge.choose')}
          items={items.filter(({ id }) => id !== kept)}
          chosen={gone}
          onChoose={setGone}
        />
      </div>
      {both ? <Preview kept={kept} gone={gone} /> : <p>{t('merge.hint')}</p>}
      {merge.refusal && <Notice tone="bad" title={refusalWords(t, merge.refusal)} />}
      {!both && (
        <LikelyPairs
          onLook={({ children: [older, newer] }) => {
            setKept(older.id)
            setGone(newer.id)
          }}
        />
      )}
      <StandingMerges />
    </Dialog>
  )
}

function Preview({ kept, gone }: { readonly kept: string; readonly gone: string }) {
  const { t } = useWords()
  const preview = useAnswer('children.mergePreview', { kept, gone })
  if (preview.refusal) return <Notice tone="bad" title={refusalWords(t, preview.refusal)} />
  return preview.value ? <MergeSides {...preview.value} /> : null
}
