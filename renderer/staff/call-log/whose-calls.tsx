import { Select } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** Of one child, of a class, or of all. */
export type Whose = { readonly classId?: string; readonly childId?: string }

interface WhoseCallsProps {
  readonly whose: Whose
  readonly onChoose: (whose: Whose) => void
}

/** A class first, then one of its children: a list of a whole school is too long to choose from. */
export function WhoseCalls({ whose, onChoose }: WhoseCallsProps) {
  const { t } = useWords()
  const classes = useAnswer('children.classes', undefined)
  const children = useAnswer('children.list', undefined)
  const chosen = children.value?.find(({ id }) => id === whose.childId)
  const classId = whose.classId ?? chosen?.classId
  return (
    <>
      <Select
        label={t('children.class')}
        hideLabel
        items={[
          { id: 'all', label: t('children.all-classes') },
          ...(classes.value ?? []).map(({ id, label }) => ({ id, label })),
        ]}
        chosen={classId ?? 'all'}
        onChoose={(id) => onChoose(id === 'all' ? {} : { classId: id })}
      />
      {classId !== undefined && (
        <Select
          label={t('call-log.child')}
          hideLabel
          items={[
            { id: 'all', label: t('call-log.whole-class') },
            ...(children.value ?? [])
              .filter((child) => child.classId === classId)
              .map(({ id, name }) => ({ id, label: name })),
          ]}
          chosen={whose.childId ?? 'all'}
          onChoose={(id) => onChoose(id === 'all' ? { classId } : { childId: id })}
        />
      )}
    </>
  )
}
