import { useState } from 'react'
import type { OpeningAdult } from '#contract/openings.ts'
import { Button, Icon, Notice, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useCountdown } from '../sign-in/use-countdown.ts'
import { useWords } from '../words.ts'

interface KeyHolderProps {
  readonly adult: OpeningAdult
  readonly confirmed: boolean
  readonly onDone: () => void
}

/** One of the two, with a PIN of their own. Nothing typed is ever shown. */
export function KeyHolder({ adult: { id, name, role }, confirmed, onDone }: KeyHolderProps) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const wait = useCountdown()
  const confirm = useDo('openings.confirm', {
    done: () => {
      setPin('')
      onDone()
    },
    refused: (refusal) => {
      setPin('')
      if (refusal.waitMs) wait.begin(refusal.waitMs)
    },
  })
  const still = wait.seconds > 0 || confirm.busy
  return (
    <form
      className={confirmed ? 'opening-key is-ok' : 'opening-key'}
      onSubmit={(event) => {
        event.preventDefault()
        if (pin.length >= 6 && !still) confirm.go({ id, pin })
      }}
    >
      <span className="photo" aria-hidden="true">
        {Array.from(name)[0]}
      </span>
      <p>
        <b>{name}</b>
        <small>{t(`role.${role}`)}</small>
      </p>
      {confirmed ? (
        <p className="opening-ok" role="status">
          <Icon name="check" weight="bold" />
          {t('opening.confirmed')}
        </p>
      ) : (
        <>
          <TextField
            label={t('opening.pin-of', { name })}
            hideLabel
            type="password"
            inputMode="numeric"
            maxLength={12}
            autoComplete="off"
            value={pin}
            onChange={(typed) => setPin(typed.replaceAll(/\D/g, ''))}
            disabled={still}
          />
          <Button
            label={t('opening.confirm')}
            type="submit"
            busy={confirm.busy}
            disabled={still || pin.length < 6}
          />
        </>
      )}
      {wait.seconds > 0 ? (
        <Notice tone="care" title={t('refusal.pin-wait', { seconds: wait.seconds })} />
      ) : (
        !confirmed &&
        confirm.refusal &&
        confirm.refusal.code !== 'pin-wait' && <Notice tone="care" title={refusalWords(t, confirm.refusal)} />
      )}
    </form>
  )
}
