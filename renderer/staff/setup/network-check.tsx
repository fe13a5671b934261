import { Button, Picture } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'

export function NetworkCheck() {
  const { t } = useWords()
  const network = useAnswer('devices.network', undefined, { fresh: true })
  const state = network.value && {
    tone: network.value.connected ? ('good' as const) : ('note' as const),
    words: network.value.connected ? t('setup.connected') : t('setup.not-connected'),
  }
  return (
    <CheckCard
      title={t('setup.network')}
      icon="wifi-high"
      state={state}
      picture={<Picture name="wifi" />}
      actions={<Button label={t('setup.look-again')} icon="arrow-clockwise" onPress={network.again} />}
    />
  )
}
