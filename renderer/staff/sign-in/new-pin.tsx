import { useState } from 'react'
import { pinProblem, plainPin } from '#core/staff/pin-rules.ts'
import { TextField } from '#ui/staff.ts'
import { useWords } from '../words.ts'

export interface NewPinState {
  readonly first: string
  readonly second: string
  readonly setFirst: (value: string) => void
  readonly setSecond: (value: string) => void
  /** The PIN is good and was typed twice alike. */
  readonly ready: boolean
  /** The PIN in plain digits. */
  readonly value: string
}

export function useNewPin(): NewPinState {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  return {
    first,
    second,
    setFirst,
    setSecond,
    ready: first !== '' && pinProblem(first) === null && plainPin(first) === plainPin(second),
    value: plainPin(first),
  }
}

/** Two fields for a new PIN, with what is wrong beside them as soon as it can be known. */
export function NewPin({ pin }: { readonly pin: NewPinState }) {
  const { t } = useWords()
  const problem = pin.first === '' ? null : pinProblem(pin.first)
  // Too short is what every PIN is while it is being typed.
  const said = problem === 'too-short' && pin.second === '' ? null : problem
  const different = pin.second !== '' && plainPin(pin.first) !== plainPin(pin.second)
  return (
    <div className="new-pin">
      <TextField
        label={t('pin.new')}
        hint={t('pin.hint')}
        type="password"
        inputMode="numeric"
        maxLength={12}
        value={pin.first}
        onChange={pin.setFirst}
        large
        {...(said ? { error: t(`pin.problem.${said}`) } : {})}
      />
      <TextField
        label={t('pin.again')}
        type="password"
        inputMode="numeric"
        maxLength={12}
        value={pin.second}
        onChange={pin.setSecond}
        large
        {...(different ? { error: t('pin.different') } : {})}
      />
    </div>
  )
}
