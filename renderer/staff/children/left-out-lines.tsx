import type { LineProblem } from '#contract/children.ts'
import { Panel, Table } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useWords } from '../words.ts'
import { useLineWord } from './line-word.ts'

/** The lines of a list that became nobody, each with what it says and why. */
export function LeftOutLines({ lines }: { readonly lines: readonly LineProblem[] }) {
  const { t, words } = useWords()
  const tableWords = useTableWords()
  const lineWord = useLineWord()
  if (lines.length === 0) return null
  return (
    <Panel title={t('import.left-out-title')}>
      <Table
        label={t('import.left-out-title')}
        size={20}
        rows={lines}
        rowKey={({ line, code }) => `${line} ${code}`}
        words={tableWords}
        columns={[
          { id: 'line', title: t('import.line'), cell: ({ line }) => lineWord(line) },
          {
            id: 'text',
            title: t('import.left-out-text'),
            cell: ({ text, value }) => <span className="wraps">{text ?? value}</span>,
          },
          {
            id: 'why',
            title: t('import.left-out-why'),
            cell: ({ code, value }) => (
              <span className="wraps">{wordIfAny(words, `import.problem.${code}`, { value }) ?? code}</span>
            ),
          },
        ]}
      />
    </Panel>
  )
}
