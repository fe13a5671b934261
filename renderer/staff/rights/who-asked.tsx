import type { RightsLook, RightsRequest } from '#contract/rights.ts'
import { Select } from '#ui/staff.ts'
import { useRelativeName } from '../contacts/contact-words.ts'
import { useWords } from '../words.ts'

const ways = ['in-person', 'phone', 'written'] as const satisfies RightsRequest['how'][]

export interface Asker {
  readonly askedBy: string
  readonly how: RightsRequest['how']
}

/** Who asked before anything is chosen: the first guardian, in person. */
export const firstAsker = ({ guardians }: RightsLook): Asker => ({
  askedBy: guardians[0]?.id ?? '',
  how: 'in-person',
})

interface WhoAskedProps {
  readonly look: RightsLook
  readonly asker: Asker
  readonly onChange: (asker: Asker) => void
}

/** Which guardian asked, and how it was said. */
export function WhoAsked({ look, asker, onChange }: WhoAskedProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  return (
    <div className="two-fields">
      <Select
        label={t('rights.erase-who')}
        items={look.guardians.map((one) => ({ id: one.id, label: nameOf(one) }))}
        chosen={asker.askedBy}
        onChoose={(askedBy) => onChange({ ...asker, askedBy })}
      />
      <Select
        label={t('rights.erase-how')}
        items={ways.map((id) => ({ id, label: t(`contacts.how.${id}`) }))}
        chosen={asker.how}
        onChoose={(id) => onChange({ ...asker, how: ways.find((one) => one === id) ?? asker.how })}
      />
    </div>
  )
}
