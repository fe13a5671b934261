import { Button } from '#ui/staff.ts'
import { useWords } from '../words.ts'

/** The way from a child's sheet to what a guardian may ask about the child. */
export function RightsDoor({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useWords()
  return (
    <section className="child-part">
      <h3>{t('rights.part-title')}</h3>
      <p>{t('rights.part-hint')}</p>
      <div className="child-actions">
        <Button label={t('rights.open')} icon="shield-check" onPress={onOpen} />
      </div>
    </section>
  )
}
