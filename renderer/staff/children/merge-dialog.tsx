import './merge-dialog.css'
import { useState } from 'react'
import type { ChildRow, MergeField } from '#contract/children.ts'
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
  const [take, setTake] = useState<ReadonlySet<MergeField>>(nothing)
  // Another pair begins with what the surviving record has.
  const chooseKept = (id: string | undefined): void => {
    setKept(id)
    setTake(nothing)
  }
  const chooseGone = (id: string | undefined): void => {
    setGone(id)
    setTake(nothing)
  }
  const stale = {
    stale: ['children.list', 'children.classes', 'children.merges', 'children.likelyPairs'] as const,
  }
  const merge = useDo('children.merge', {
    ...stale,
    done: () => {
      chooseKept(undefined)
      chooseGone(undefined)
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
            onPress={() => both && merge.go({ kept, gone, take: [...take] })}
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
          onChoose={chooseKept}
        />
        <Select
          label={t('merge.gone')}
          placeholder={t('merge.choose')}
          items={items.filter(({ id }) => id !== kept)}
          chosen={gone}
          onChoose={chooseGone}
        />
      </div>
      {both ? (
        <Preview
          kept={kept}
          gone={gone}
          take={take}
          onTake={(field, takes) => setTake(withField(take, field, takes))}
        />
      ) : (
        <p>{t('merge.hint')}</p>
      )}
      {merge.refusal && <Notice tone="bad" title={refusalWords(t, merge.refusal)} />}
      {!both && (
        <LikelyPairs
          onLook={({ children: [older, newer] }) => {
            chooseKept(older.id)
            chooseGone(newer.id)
          }}
        />
      )}
      <StandingMerges />
    </Dialog>
  )
}

const nothing: ReadonlySet<MergeField> = new Set()

function withField(
  take: ReadonlySet<MergeField>,
  field: MergeField,
  takes: boolean,
): ReadonlySet<MergeField> {
  const next = new Set(take)
  if (takes) next.add(field)
  else next.delete(field)
  return next
}

interface PreviewProps {
  readonly kept: string
  readonly gone: string
  readonly take: ReadonlySet<MergeField>
  readonly onTake: (field: MergeField, takes: boolean) => void
}

function Preview({ kept, gone, ...choice }: PreviewProps) {
  const { t } = useWords()
  const preview = useAnswer('children.mergePreview', { kept, gone }, { fresh: true })
  if (preview.refusal) return <Notice tone="bad" title={refusalWords(t, preview.refusal)} />
  return preview.value ? <MergeSides {...preview.value} {...choice} /> : null
}
