import type { ConsentNow, ContactCard } from '#contract/contacts.ts'
import { Chip } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { useDayWord } from './contact-words.ts'

/** What was agreed to, purpose by purpose, with the last word about each. */
export function ConsentList({ contact }: { readonly contact: ContactCard }) {
  const { t } = useWords()
  const dayWord = useDayWord()
  const state = ({ purpose, holds, last }: ConsentNow) => {
    if (holds)
      return (
        <Chip tone="good" icon="check">
          {t('contacts.agreed')}
        </Chip>
      )
    if (!last) return <Chip>{t('contacts.unasked')}</Chip>
    if (!last.given)
      return (
        <Chip tone="bad" icon="x">
          {t('contacts.withdrawn')}
        </Chip>
      )
    const lacksNumber = purpose === 'phone' && contact.phones.length === 0
    return (
      <Chip tone="care" icon="warning">
        {t(lacksNumber ? 'contacts.needs-number' : 'contacts.on-hold')}
      </Chip>
    )
  }
  return (
    <ul className="consents" aria-label={t('contacts.consent')}>
      {contact.consent.map((one) => (
        <li key={one.purpose}>
          <b>{t(`contacts.purpose.${one.purpose}`)}</b>
          {state(one)}
          {one.last && (
            <small>
              {t('contacts.said', {
                day: dayWord(one.last.day),
                guardian: one.last.guardian ?? t('contacts.somebody'),
                how: t(`contacts.how.${one.last.how}`),
                witness: one.last.witness ?? t('contacts.somebody'),
              })}
              {one.last.note && ` · ${one.last.note}`}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}
