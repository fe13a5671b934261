import { Button } from '#ui/staff.ts'
import { useWords } from '../words.ts'

/** The way from a child's sheet to the page of the family. */
export function FamilyDoor({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useWords()
  return (
    <section className="child-part">
      <h3>{t('contacts.part-title')}</h3>
      <p>{t('contacts.part-hint')}</p>
      <div className="child-actions">
        <Button label={t('contacts.open')} icon="users" onPress={onOpen} />
      </div>
    </section>
  )
}
