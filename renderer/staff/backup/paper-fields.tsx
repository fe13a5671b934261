import { TextField } from '#ui/staff.ts'
import { useWords } from '../words.ts'

export type Typed = readonly (readonly string[])[]

/** Empty papers: one, or both halves. */
export const emptyPapers = (count: number): Typed => Array.from({ length: count }, () => ['', '', '', ''])

/** Whether something stands in each line. */
export const isTyped = (papers: Typed): boolean =>
  papers.every((lines) => lines.every((line) => line.trim().length >= 15))

interface PaperFieldsProps {
  readonly papers: Typed
  readonly onChange: (papers: Typed) => void
}

/** The key as it stands on paper, line by line. */
export function PaperFields({ papers, onChange }: PaperFieldsProps) {
  const { t } = useWords()
  const set = (paper: number, line: number, text: string) =>
    onChange(
      papers.map((lines, at) =>
        at === paper ? lines.map((one, place) => (place === line ? text : one)) : lines,
      ),
    )
  return (
    <div className="backup-papers">
      {papers.map((lines, paper) => (
        <fieldset key={`${paper}`}>
          {papers.length > 1 && (
            <legend>{t(paper === 0 ? 'backups.sheet-first-half' : 'backups.sheet-second-half')}</legend>
          )}
          {lines.map((line, at) => (
            <TextField
              key={`${at}`}
              label={t('backups.sheet-line', { line: at + 1 })}
              value={line}
              maxLength={30}
              autoComplete="off"
              autoFocus={paper === 0 && at === 0}
              onChange={(text) => set(paper, at, text)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
