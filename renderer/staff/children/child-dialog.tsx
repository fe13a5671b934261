import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import type { ClassRow } from '#contract/people.ts'
import { Dialog, Notice, SaveFoot, TextField } from '#ui/staff.ts'
import { classFrom } from '#core/children/class-rules.ts'
import { birthdayFrom } from '#core/children/import-cell-rules.ts'
import { numberFrom } from '#core/children/number-rules.ts'
import { checkReading } from '#core/children/reading-rules.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { localDay } from '../report/local-day.ts'
import { FamilyDoor } from '../contacts/family-door.tsx'
import { RightsDoor } from '../rights/rights-door.tsx'
import { AlikeChoice } from './alike-choice.tsx'
import { ChildFace } from './child-face.tsx'
import { ChildPictures } from './child-pictures.tsx'
import { MistakeBook } from './mistake-book.tsx'
import { SkillsPassport } from './skills-passport.tsx'
import { RemoveChild } from './remove-child.tsx'

interface ChildDialogProps {
  /** Absent: a new child. */
  readonly child: ChildRow | undefined
  readonly classes: readonly ClassRow[]
  readonly mayRemove: boolean
  readonly onFamily: (childId: string) => void
  readonly onRights: (childId: string) => void
  readonly onClose: () => void
}

/** One child: name and class, face, picture password, book of mistakes. */
export function ChildDialog({ child, classes, mayRemove, onFamily, onRights, onClose }: ChildDialogProps) {
  const { t } = useWords()
  const [name, setName] = useState(child?.name ?? '')
  const [classLabel, setClassLabel] = useState(child?.classLabel ?? classes[0]?.label ?? '')
  const [number, setNumber] = useState(child?.number ?? '')
  const [birthday, setBirthday] = useState(child?.birthday ?? '')
  const [typedReading, setReading] = useState(child?.reading ?? '')
  const [today] = useState(() => localDay(new Date()))
  const born = birthday.trim() === '' ? null : birthdayFrom(birthday, today)
  const inClass = classFrom(classLabel, today)?.label ?? classLabel.trim()
  const listed = numberFrom(number)
  const bornWrong = birthday.trim() !== '' && born === null
  const reading = checkReading(typedReading, name)
  const stale = { stale: ['children.list', 'children.classes'] as const, done: onClose }
  const add = useDo('children.add', stale)
  const change = useDo('children.change', stale)
  const refusal = add.refusal ?? change.refusal
  const entry = {
    name: name.trim(),
    classLabel: inClass,
    number: listed.ok ? listed.value : null,
    birthday: born,
    reading: reading.ok ? reading.value : null,
  }
  const ready = entry.name !== '' && entry.classLabel !== '' && !bornWrong && listed.ok && reading.ok
  const save = () => (child ? change.go({ id: child.id, ...entry }) : add.go(entry))

  return (
    <Dialog
      open
      wide={child !== undefined}
      title={child?.name ?? t('children.add')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          {child && mayRemove && <RemoveChild child={child} onDone={onClose} />}
          <SaveFoot
            cancelLabel={t('children.cancel')}
            saveLabel={t('settings.save')}
            ready={ready}
            busy={add.busy || change.busy}
            onCancel={onClose}
            onSave={save}
          />
        </>
      }
    >
      <div className={child ? 'child-sheet' : 'child-sheet one'}>
        <form
          className="child-entry"
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) save()
          }}
        >
          {refusal?.code === 'child-known' && (
            <AlikeChoice
              typed={entry}
              childId={child?.id}
              busy={add.busy || change.busy}
              onDecide={(decided) =>
                child
                  ? change.go({ id: child.id, ...entry, decided: 'moves' })
                  : add.go({ ...entry, decided })
              }
            />
          )}
          <TextField
            label={t('children.name')}
            value={name}
            onChange={setName}
            maxLength={40}
            required
            autoFocus
          />
          <TextField
            label={t('children.reading')}
            value={typedReading}
            onChange={setReading}
            maxLength={160}
            hint={
              reading.ok && reading.value !== null
                ? t('children.reading-as', { reading: reading.value })
                : t('children.reading-hint')
            }
            {...(reading.ok ? {} : { error: t(`children.reading-problem.${reading.error}`) })}
          />
          <TextField
            label={t('children.class')}
            value={classLabel}
            onChange={setClassLabel}
            maxLength={20}
            hint={
              inClass === classLabel.trim()
                ? t('children.class-hint')
                : t('children.class-read', { label: inClass })
            }
            required
          />
          <TextField
            label={t('children.number')}
            value={number}
            onChange={setNumber}
            maxLength={30}
            {...(listed.ok
              ? {}
              : {
                  error: t(
                    `children.${listed.error === 'number-unreadable' ? listed.error : 'number-damaged'}`,
                  ),
                })}
          />
          <TextField
            label={t('children.birthday')}
            value={birthday}
            onChange={setBirthday}
            maxLength={20}
            hint={t('day.hint')}
            {...(bornWrong && birthday.trim().length >= 8 ? { error: t('day.wrong') } : {})}
          />
          {refusal && refusal.code !== 'child-known' && (
            <Notice tone="care" title={refusalWords(t, refusal)} />
          )}
          <input type="submit" hidden />
        </form>
        {child && (
          <div className="child-more">
            <ChildFace child={child} />
            <FamilyDoor onOpen={() => onFamily(child.id)} />
            <ChildPictures child={child} />
            <MistakeBook child={child} />
            <SkillsPassport child={child} />
            <RightsDoor onOpen={() => onRights(child.id)} />
          </div>
        )}
      </div>
    </Dialog>
  )
}
