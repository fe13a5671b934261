import { Button, Dialog, Notice, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

interface NumberCardProps {
  readonly childId: string
  readonly childName: string
  readonly who: 'guardian' | 'police'
  readonly onClose: () => void
  readonly onReport: () => void
}

/** A number large enough to be dialled from across the table. */
export function NumberCard({ childId, childName, who, onClose, onReport }: NumberCardProps) {
  const { t } = useWords()
  return (
    <Dialog
      open
      title={t(`opening.number.${who}`, { name: childName })}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.close')} onPress={onClose} />
          <Button label={t('opening.report.mark')} look="main" onPress={onReport} />
        </>
      }
    >
      {who === 'police' ? (
        <p className="opening-number">
          <b>110</b>
        </p>
      ) : (
        <Guardians childId={childId} />
      )}
      <p>{t(`opening.number.${who}-how`)}</p>
    </Dialog>
  )
}

function Guardians({ childId }: { readonly childId: string }) {
  const { t } = useWords()
  const family = useAnswer('contacts.family', { childId }, { fresh: true })
  const guardians = (family.value?.contacts ?? []).filter(({ guardian }) => guardian)
  const numbers = guardians.flatMap(({ id, name, relation, phones }) =>
    phones.map((phone) => ({ key: `${id} ${phone}`, phone, who: `${relation} ${name}` })),
  )
  return (
    <>
      {family.waiting && <Waiting label={t('console.waiting')} />}
      {family.refusal && <Notice tone="bad" title={refusalWords(t, family.refusal)} />}
      {family.value && numbers.length === 0 && <Notice tone="care" title={t('opening.number.none')} />}
      {numbers.map(({ key, phone, who }) => (
        <p key={key} className="opening-number">
          <span>{who}</span>
          <b>{phone}</b>
        </p>
      ))}
    </>
  )
}
