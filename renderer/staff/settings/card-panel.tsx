import { useState } from 'react'
import type { Settings } from '#contract/room.ts'
import { Button, Notice, NumberField, Panel } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { useWords } from '../words.ts'

/** A provisioning stick for the other seats of this room (T1): what it will say, and what it never says. */
export function CardPanel({ settings }: { readonly settings: Settings }) {
  const { t } = useWords()
  const [seats, setSeats] = useState(4)
  const [days, setDays] = useState(30)
  const [placing, place] = useState(false)
  const make = useDo('provisioning.make')
  const { school, room, sessionMinutes } = settings
  return (
    <Panel title={t('card.title')} inset className="settings-pin">
      <p>{t('card.hint')}</p>
      <NumberField
        label={t('card.seats')}
        value={seats}
        onChange={setSeats}
        min={1}
        max={60}
        lessLabel={t('setup.less')}
        moreLabel={t('setup.more')}
      />
      <NumberField
        label={t('card.days')}
        value={days}
        onChange={setDays}
        min={1}
        max={400}
        lessLabel={t('setup.less')}
        moreLabel={t('setup.more')}
      />
      <p>{t('card.preview', { school, room, seats, minutes: sessionMinutes })}</p>
      {make.value && <Notice tone="good" title={t('card.made', { ...make.value })} />}
      <Button label={t('card.make')} icon="download-simple" onPress={() => place(true)} />
      {placing && (
        <PlaceChoice
          title={t('card.make')}
          busy={make.busy}
          refusal={make.refusal}
          saved={make.value?.file}
          onPlace={(chosen) => make.go({ place: chosen, seats, days })}
          onClose={() => place(false)}
        />
      )}
    </Panel>
  )
}
