import { useState } from 'react'
import type { ContactCard } from '#contract/contacts.ts'
import { phonesFrom } from '#core/contacts/phone-cell-rules.ts'
import { MOST_PHONES, shownPhone } from '#core/contacts/phone-rules.ts'
import { usualRelations } from '#core/contacts/relation-rules.ts'
import { CheckBox, Dialog, Notice, SaveFoot, Select, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { staleFamily, useRelationWord, useRelativeName } from './contact-words.ts'

interface ContactDialogProps {
  readonly childId: string
  /** Absent: somebody new. */
  readonly contact: ContactCard | undefined
  /** Nobody is a guardian yet, so the new one most likely is. */
  readonly first: boolean
  readonly onClose: () => void
}

const other = 'other'
/** A number, also with a word beside it; anything else in the field is said, never dropped. */
const isWrong = (typed: string) => {
  const { phones, unread } = phonesFrom(typed)
  return typed.trim() !== '' && (phones.length === 0 || unread.length > 0)
}
const isUsual = (relation: string) => (usualRelations as readonly string[]).includes(relation)

/** One relative: who, how the child calls them, where, which numbers. */
export function ContactDialog({ childId, contact, first, onClose }: ContactDialogProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const relationWord = useRelationWord()
  const known = contact?.relation ?? '妈妈'
  const [choice, setChoice] = useState(isUsual(known) ? known : other)
  const [own, setOwn] = useState(isUsual(known) ? '' : known)
  const [name, setName] = useState(contact?.name ?? '')
  const [typedCalled, setCalled] = useState(contact?.called)
  const [guardian, setGuardian] = useState(contact?.guardian ?? first)
  const [city, setCity] = useState(contact?.city ?? '')
  const [spoken, setSpoken] = useState(contact?.spoken ?? '')
  const [language, setLanguage] = useState(contact?.language ?? 'zh-CN')
  const [phones, setPhones] = useState<readonly string[]>(() => [
    ...(contact?.phones ?? []).map(shownPhone),
    ...Array.from({ length: 3 - (contact?.phones.length ?? 0) }, () => ''),
  ])
  const add = useDo('contacts.add', { stale: staleFamily, done: onClose })
  const change = useDo('contacts.change', { stale: staleFamily, done: onClose })
  const refusal = add.refusal ?? change.refusal
  const relation = choice === other ? own.trim() : choice
  const called = typedCalled ?? relation
  const written = [...new Set(phones.flatMap((typed) => phonesFrom(typed).phones))]
  const tooMany = written.length > MOST_PHONES
  const ready =
    relation !== '' && name.trim() !== '' && called.trim() !== '' && !phones.some(isWrong) && !tooMany
  const readAs = (typed: string) => {
    const read = phonesFrom(typed).phones.map(shownPhone).join('、')
    return read === '' || read === typed.trim() ? {} : { hint: t('contacts.phone-read', { phones: read }) }
  }
  const save = () => {
    const facts = {
      childId,
      relation,
      name: name.trim(),
      called: called.trim(),
      guardian,
      city: city.trim() === '' ? null : city.trim(),
      spoken: spoken.trim() === '' ? null : spoken.trim(),
      language,
      phones: written,
    }
    if (contact) change.go({ ...facts, contactId: contact.id })
    else add.go(facts)
  }

  return (
    <Dialog
      open
      asking
      title={contact ? nameOf(contact) : t('contacts.add')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <SaveFoot
          cancelLabel={t('children.cancel')}
          saveLabel={t('settings.save')}
          ready={ready}
          busy={add.busy || change.busy}
          onCancel={onClose}
          onSave={save}
        />
      }
    >
      <div className="two-fields">
        <Select
          label={t('contacts.relation-label')}
          items={[
            ...usualRelations.map((id) => ({ id, label: relationWord(id) })),
            { id: other, label: t('contacts.relation-other') },
          ]}
          chosen={choice}
          onChoose={setChoice}
        />
        <TextField
          label={t('contacts.name')}
          value={name}
          onChange={setName}
          maxLength={40}
          required
          autoFocus
        />
        {choice === other && (
          <TextField
            label={t('contacts.relation-own')}
            value={own}
            onChange={setOwn}
            maxLength={20}
            required
          />
        )}
        <TextField
          label={t('contacts.called')}
          value={called}
          onChange={setCalled}
          maxLength={20}
          hint={t('contacts.called-hint')}
        />
        <TextField label={t('contacts.city')} value={city} onChange={setCity} maxLength={40} />
        <TextField
          label={t('contacts.spoken')}
          value={spoken}
          onChange={setSpoken}
          maxLength={60}
          hint={t('contacts.spoken-hint')}
        />
        <Select
          label={t('contacts.language')}
          items={[
            { id: 'zh-CN', label: '中文' },
            { id: 'en', label: 'English' },
          ]}
          chosen={language}
          onChoose={(id) => setLanguage(id === 'en' ? 'en' : 'zh-CN')}
        />
      </div>
      <CheckBox checked={guardian} onChange={setGuardian}>
        {t('contacts.guardian-check')}
      </CheckBox>
      <div className="three-fields">
        {phones.map((phone, index) => (
          <TextField
            // Its place is what a number is known by.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            label={t('contacts.phone-n', { n: index + 1 })}
            value={phone}
            onChange={(value) => setPhones((before) => before.with(index, value))}
            maxLength={30}
            {...(isWrong(phone) ? { error: t('contacts.phone-wrong') } : readAs(phone))}
          />
        ))}
      </div>
      {tooMany && <Notice tone="care" title={t('contacts.phones-too-many')} />}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </Dialog>
  )
}
