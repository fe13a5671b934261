import type { LooksPage } from '#contract/rights.ts'
import { Button, Notice, Panel } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

interface GuardianLetterProps extends Pick<LooksPage, 'people' | 'taken' | 'total'> {
  readonly name: string
}

/** The same in words that can be said or given to a guardian: who and how often, and whether a file left the room. */
export function GuardianLetter({ name, people, taken, total }: GuardianLetterProps) {
  const { t } = useWords()
  const print = useDo('files.print')
  const list = people.map((one) => t('rights.letter-one', one)).join('')
  const letter = t(taken === 0 ? 'rights.letter' : 'rights.letter-taken', {
    name,
    people: people.length,
    count: total,
    list,
    taken,
  })
  return (
    <Panel tone="warm" inset title={t('rights.letter-title')}>
      <p className="rights-letter">{letter}</p>
      <Button label={t('rights.letter-print')} icon="printer" busy={print.busy} onPress={() => print.go()} />
      {print.refusal && <Notice tone="care" title={refusalWords(t, print.refusal)} />}
      <PrintSheet title={t('rights.title', { name })}>
        <p>{letter}</p>
      </PrintSheet>
    </Panel>
  )
}
