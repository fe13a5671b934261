import { useState } from 'react'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Keys of the telephone that the child talks on, for a menu that asks for a number. A child's page has none (C4). */
export function PhoneKeys() {
  const { t } = useWords()
  // Asked while this stands in the card, which is only while a child is at the family's page.
  const now = useAnswer('calls.now', undefined, { fresh: true, every: 5000 })
  const [open, setOpen] = useState(false)
  const [pressed, setPressed] = useState('')
  const press = useDo('calls.press', { done: (_, input) => setPressed((before) => before + input.keys) })
  const call = now.value
  if (!call?.talked || call.way !== 'phone') return null
  const close = () => {
    setOpen(false)
    setPressed('')
  }
  return (
    <>
      <Button label={t('room-now.keys')} icon="numpad" onPress={() => setOpen(true)} />
      <Dialog
        open={open}
        title={t('room-now.keys-title', { called: call.called })}
        closeLabel={t('children.close')}
        onClose={close}
      >
        <p>{t('room-now.keys-hint')}</p>
        <output className="phone-pressed" aria-label={t('room-now.keys-pressed')}>
          {pressed || '–'}
        </output>
        <div className="phone-keys" role="group" aria-label={t('room-now.keys')}>
          {keys.map((key) => (
            <Button
              key={key}
              label={key}
              large
              onPress={() => press.go({ callId: call.callId, keys: key })}
            />
          ))}
        </div>
        {press.refusal && <Notice tone="care" title={refusalWords(t, press.refusal)} />}
      </Dialog>
    </>
  )
}
