import type { PairedDevice } from '#contract/wire.ts'
import { Button, Icon, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { useDayWord } from './contact-words.ts'

interface DeviceListProps {
  readonly childId: string
  readonly contactId: string
  readonly devices: readonly PairedDevice[]
}

/** The devices that a relative has paired, each to be taken back in one step. */
export function DeviceList({ childId, contactId, devices }: DeviceListProps) {
  const { t } = useWords()
  const dayWord = useDayWord()
  const revoke = useDo('contacts.revokeDevice', { stale: ['contacts.devices', 'contacts.paired'] })
  return (
    <>
      <ul className="kin-rows" aria-label={t('contacts.devices')}>
        {devices.length === 0 && <li className="none">{t('contacts.no-devices')}</li>}
        {devices.map(({ id, name, seenAt }) => (
          <li key={id}>
            <Icon name="device-mobile" weight="regular" />
            <span>
              {name}
              <small>{t('contacts.seen', { day: dayWord(seenAt) })}</small>
            </span>
            <Button
              label={t('contacts.revoke')}
              look="ghost"
              busy={revoke.busy}
              onPress={() => revoke.go({ childId, contactId, deviceId: id })}
            />
          </li>
        ))}
      </ul>
      {revoke.refusal && <Notice tone="care" title={refusalWords(t, revoke.refusal)} />}
    </>
  )
}
