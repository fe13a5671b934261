import { useEffect, useEffectEvent, useState } from 'react'
import { Button, Icon, Notice } from '#ui/staff.ts'
import type { StaffPerson } from '#contract/people.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { useCountdown } from './use-countdown.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const longest = 12
const shortest = 6

/** Enter belongs to the pad unless another button has the focus. */
const isFree = (target: EventTarget | null) =>
  !(target instanceof Element) || !target.closest('button') || target.closest('.pin-pad') !== null

interface PinEntryProps {
  readonly person: StaffPerson
  /** Back to the list of people; absent where there is only one. */
  readonly onOther: (() => void) | undefined
  readonly onLocked: () => void
}

/** A pad of digits; the keyboard types on it too. Nothing typed is ever shown. */
export function PinEntry({ person, onOther, onLocked }: PinEntryProps) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const wait = useCountdown()
  const signIn = useDo('staff.signIn', {
    refused: (refusal) => {
      setPin('')
      if (refusal.waitMs) wait.begin(refusal.waitMs)
    },
  })
  const still = wait.seconds > 0 || signIn.busy
  const add = (digit: string) => setPin((before) => (before.length < longest ? before + digit : before))
  const send = () => {
    if (pin.length >= shortest && !still) signIn.go({ id: person.id, pin })
  }
  const typed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (/^\d$/.test(event.key) && !still) add(event.key)
    else if (event.key === 'Backspace') setPin((before) => before.slice(0, -1))
    else if (event.key === 'Enter' && isFree(event.target)) {
      // The digit that was clicked last has the focus and would be pressed once more.
      event.preventDefault()
      send()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => typed(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  return (
    <section className="pin">
      <h2>{t('sign-in.hello', { name: person.name })}</h2>
      <p className="pin-dots" role="status" aria-label={t('sign-in.typed', { count: pin.length })}>
        {Array.from({ length: Math.max(shortest, pin.length) }, (_, index) => (
          <i key={index} className={index < pin.length ? 'on' : undefined} />
        ))}
      </p>
      <div className="pin-pad" role="group" aria-label={t('sign-in.pin')}>
        {keys.map((key) => (
          <button key={key} type="button" disabled={still} onClick={() => add(key)}>
            {key}
          </button>
        ))}
        <button
          type="button"
          aria-label={t('sign-in.wipe')}
          disabled={still}
          onClick={() => setPin((before) => before.slice(0, -1))}
        >
          <Icon name="backspace" weight="regular" />
        </button>
        <button type="button" disabled={still} onClick={() => add('0')}>
          0
        </button>
        <button
          type="button"
          className="ok"
          aria-label={t('sign-in.enter')}
          disabled={still || pin.length < shortest}
          onClick={send}
        >
          <Icon name="check" weight="bold" />
        </button>
      </div>
      {wait.seconds > 0 ? (
        <Notice tone="care" title={t('refusal.pin-wait', { seconds: wait.seconds })} />
      ) : (
        signIn.refusal &&
        signIn.refusal.code !== 'pin-wait' && <Notice tone="care" title={refusalWords(t, signIn.refusal)} />
      )}
      <p className="pin-more">
        {onOther && <Button label={t('sign-in.other')} look="ghost" icon="users" onPress={onOther} />}
        <Button
          label={t('sign-in.forgot')}
          look={signIn.refusal?.code === 'pin-locked' ? 'main' : 'ghost'}
          icon="key"
          onPress={onLocked}
        />
      </p>
    </section>
  )
}
