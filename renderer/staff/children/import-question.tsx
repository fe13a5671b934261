import { useId } from 'react'
import type { ImportQuestion, ListedSide } from '#contract/children.ts'
import { shownPhone } from '#core/contacts/phone-rules.ts'
import { Chip } from '#ui/staff.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useWords } from '../words.ts'
import { useLineWord } from './line-word.ts'

interface QuestionProps {
  readonly question: ImportQuestion
  /** `new`, `leave` or a child's id. */
  readonly choice: string
  readonly disabled: boolean
  readonly onChoose: (choice: string) => void
}

/** More do not fit side by side; the likeliest come first. */
const MOST_SIDES = 3

/** One line beside whoever it may be: old and new side by side, and what shall become of it. */
export function Question({ question, choice, disabled, onChoose }: QuestionProps) {
  const lineWord = useLineWord()
  const { t, words } = useWords()
  const name = useId()
  const { candidates, newNumber } = question
  const sides = [
    ...candidates.map((child) => ({
      key: child.id,
      side: child as ListedSide,
      title: t('import.question.room'),
      chip: child.left
        ? t('import.question.left')
        : child.line === null
          ? undefined
          : t('import.question.on-line', { line: lineWord(child.line) }),
    })),
    ...question.lines.map((other) => ({
      key: `line ${other.line}`,
      side: other as ListedSide,
      title: t('import.question.other-line', { line: lineWord(other.line) }),
      chip: undefined,
    })),
  ].slice(0, MOST_SIDES)
  const newHint =
    newNumber.as === 'moves'
      ? t('import.question.new-moves', { name: newNumber.from ?? '' })
      : newNumber.as === 'none' && question.number !== null
        ? t('import.question.new-without')
        : undefined
  const options = [
    { id: 'new', label: t('import.question.new'), hint: newHint, off: false },
    ...candidates.map((child) => ({
      id: child.id,
      label: t('import.question.same', { name: child.name, class: child.classLabel }),
      hint: t('import.question.same-hint'),
      off: child.line !== null,
    })),
    { id: 'leave', label: t('import.question.leave'), hint: t('import.question.leave-hint'), off: false },
  ]
  const rows = [
    { id: 'name', title: t('children.name'), of: (side: ListedSide) => side.name },
    { id: 'class', title: t('children.class'), of: (side: ListedSide) => side.classLabel },
    { id: 'number', title: t('children.number'), of: (side: ListedSide) => side.number },
    { id: 'birthday', title: t('children.birthday'), of: (side: ListedSide) => side.birthday },
    { id: 'guardians', title: t('import.field.guardians'), of: guardiansIn },
  ]
  return (
    <fieldset className="question" disabled={disabled}>
      <legend>
        <Chip tone="care">{t('import.question.line', { line: lineWord(question.line) })}</Chip>
        <b>{question.name}</b>
        <span>{wordIfAny(words, `import.why.${question.why}`) ?? question.why}</span>
      </legend>
      <table className="question-sides">
        <thead>
          <tr>
            <td aria-hidden="true" />
            <th scope="col">{t('import.question.list')}</th>
            {sides.map(({ key, title, chip }) => (
              <th key={key} scope="col">
                {title} {chip && <Chip>{chip}</Chip>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, of }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{of(question) || t('import.question.none')}</td>
              {sides.map(({ key, side }) => (
                <td
                  key={key}
                  className={of(side) && of(question) && of(side) !== of(question) ? 'differs' : undefined}
                >
                  {of(side) || t('import.question.none')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="question-choices">
        {options.map(({ id, label, hint, off }) => (
          <label key={id} className={choice === id ? 'question-choice on' : 'question-choice'}>
            <input
              aria-label={label}
              type="radio"
              name={name}
              value={id}
              checked={choice === id}
              disabled={off}
              onChange={() => onChoose(id)}
            />
            <span>
              {label}
              {hint && <small>{hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const guardiansIn = ({ guardians }: ListedSide): string =>
  guardians
    .map(({ name, relation, phones }) =>
      [relation, name === relation ? '' : name, ...phones.map(shownPhone)]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join('；')
