import './aria-style.ts'
import './fields.css'
import { useRef, type HTMLInputAutoCompleteAttribute, type ReactNode } from 'react'
import {
  Button, Checkbox, FieldError, Group, Input, Label, ListBox, ListBoxItem, NumberField as AriaNumberField, Popover,
  Select as AriaSelect, SelectValue, Text, TextField as AriaTextField,
} from 'react-aria-components' // prettier-ignore
import { Icon } from '../icon.tsx'
import { useLimitWords, useTyping } from '../typing.ts'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** One small line under it. */
  readonly hint?: string
  /** What is wrong and what to do; marks the field. */
  readonly error?: string
  readonly type?: 'text' | 'password' | 'search' | 'date'
  readonly inputMode?: 'text' | 'numeric'
  /** Characters at most; reaching it is said under the field. */
  readonly maxLength?: number
  readonly placeholder?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly large?: boolean
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  /** The label is only for screen readers. */
  readonly hideLabel?: boolean
}

interface BelowProps {
  readonly hint: string | undefined
  readonly error: string | undefined
  /** The field is full. */
  readonly limit?: string | undefined
}

function Below({ hint, error, limit }: BelowProps) {
  return (
    <>
      {limit !== undefined && (
        <small className="limit" role="status">
          {limit}
        </small>
      )}
      {hint && !error && (
        <Text slot="description" elementType="small">
          {hint}
        </Text>
      )}
      <FieldError className="wrong">
        <Icon name="warning-circle" weight="fill" />
        <span>{error}</span>
      </FieldError>
    </>
  )
}

export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  inputMode,
  maxLength,
  placeholder,
  autoComplete = 'off',
  hideLabel = false,
  large = false,
  disabled = false,
  required = false,
  autoFocus = false,
  type = 'text',
}: TextFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const typing = useTyping({ field, value, most: maxLength, onTyped: onChange })
  const limitWords = useLimitWords()
  const limit =
    maxLength === undefined || typing.full === undefined
      ? undefined
      : limitWords({ most: maxLength, left: typing.full })
  return (
    <AriaTextField
      className={large ? 'field large' : 'field'}
      value={typing.shown}
      onChange={(next) => typing.onChange(next)}
      onCompositionStart={typing.onCompositionStart}
      onCompositionEnd={typing.onCompositionEnd}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      isRequired={required}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for where a page is one question (a PIN)
      autoFocus={autoFocus}
      autoComplete={autoComplete}
      type={type}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(inputMode ? { inputMode } : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Input ref={field} {...(placeholder ? { placeholder } : {})} />
      <Below hint={hint} error={error} limit={limit} />
    </AriaTextField>
  )
}

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly lessLabel: string
  readonly moreLabel: string
  readonly hint?: string
  readonly error?: string
  readonly disabled?: boolean
}

/** A number with minus and plus; typing, arrows and both buttons work. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  step,
  lessLabel,
  moreLabel,
  hint,
  error,
  disabled = false,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      value={value}
      onChange={(next) => (Number.isFinite(next) ? onChange(next) : undefined)}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      decrementAriaLabel={lessLabel}
      incrementAriaLabel={moreLabel}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
    >
      <Label>{label}</Label>
      <Group className="number">
        <Button slot="decrement">
          <Icon name="minus" weight="regular" />
        </Button>
        <Input />
        <Button slot="increment">
          <Icon name="plus" weight="regular" />
        </Button>
      </Group>
      <Below hint={hint} error={error} />
    </AriaNumberField>
  )
}

export interface SelectProps {
  readonly label: string
  readonly items: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  readonly hint?: string
}

export function Select({
  label,
  items,
  chosen,
  onChoose,
  placeholder = '',
  hideLabel = false,
  disabled = false,
  hint,
}: SelectProps) {
  return (
    <AriaSelect
      className="field"
      selectedKey={chosen ?? null}
      onSelectionChange={(id) => (id === null ? undefined : onChoose(String(id)))}
      isDisabled={disabled}
      placeholder={placeholder}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Button className="pick">
        <SelectValue />
        <Icon name="caret-down" weight="regular" />
      </Button>
      <Below hint={hint} error={undefined} />
      <Popover offset={4}>
        <ListBox className="pick-list" items={items}>
          {({ id, label: word }) => (
            <ListBoxItem id={id} textValue={word}>
              {({ isSelected }) => (
                <>
                  <span>{word}</span>
                  {isSelected && <Icon name="check" weight="bold" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

export interface CheckBoxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
  /** Some of many are chosen. */
  readonly some?: boolean
}

/** Box and words are one 40 px target. */
export function CheckBox({ checked, onChange, children, disabled = false, some = false }: CheckBoxProps) {
  return (
    <Checkbox
      className="check"
      isSelected={checked}
      isIndeterminate={some}
      isDisabled={disabled}
      onChange={onChange}
    >
      <span className="box" aria-hidden="true">
        <Icon name={some ? 'minus' : 'check'} weight="bold" />
      </span>
      <span>{children}</span>
    </Checkbox>
  )
}
