import './import-questions.css'
import { useState } from 'react'
import type { ImportQuestion } from '#contract/children.ts'
import { Button, Notice, Panel } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { chosenTwice, type Choices } from './choice-rules.ts'
import { Question } from './import-question.tsx'
import { useLineWord } from './line-word.ts'

interface ImportQuestionsProps {
  readonly questions: readonly ImportQuestion[]
  readonly choices: Choices
  readonly disabled: boolean
  readonly onChoose: (line: number, choice: string) => void
  /** All that nobody has decided yet are new children. */
  readonly onAllNew: () => void
}

/** So many a page: each is a table of its own. */
const PAGE = 10

/** The lines that only a person can decide, one below the other, the safe choice made. */
export function ImportQuestions({ questions, choices, disabled, onChoose, onAllNew }: ImportQuestionsProps) {
  const lineWord = useLineWord()
  const { t } = useWords()
  const words = useTableWords()
  const [wanted, setPage] = useState(0)
  const pages = Math.ceil(questions.length / PAGE)
  const page = Math.min(wanted, pages - 1)
  const from = page * PAGE
  const shown = questions.slice(from, from + PAGE)
  return (
    <Panel title={t('import.questions-title')} note={t('import.questions', { count: questions.length })}>
      <div className="import-questions">
        <p>{t('import.questions-hint')}</p>
        {questions.length > 1 && (
          <p className="child-actions">
            <Button
              label={t('import.questions-all-new')}
              disabled={disabled || questions.every(({ line }) => choices.has(line))}
              onPress={onAllNew}
            />
          </p>
        )}
        {chosenTwice(questions, choices).map(({ id, name, lines }) => (
          <Notice
            key={id}
            tone="bad"
            title={t('import.question.twice', { name, lines: lines.map(lineWord).join('、') })}
          />
        ))}
        {shown.map((question) => (
          <Question
            key={question.line}
            question={question}
            choice={choices.get(question.line) ?? 'new'}
            disabled={disabled}
            onChoose={(choice) => onChoose(question.line, choice)}
          />
        ))}
        {pages > 1 && (
          <p className="question-pages">
            <span>{words.range(from + 1, from + shown.length, questions.length)}</span>
            <Button label={words.previous} disabled={page === 0} onPress={() => setPage(page - 1)} />
            <Button label={words.next} disabled={page === pages - 1} onPress={() => setPage(page + 1)} />
          </p>
        )}
      </div>
    </Panel>
  )
}
