import type { Look } from '#contract/rights.ts'
import { Button, Notice, Panel } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

interface GuardianLetterProps {
  readonly name: string
  readonly looks: readonly Look[]
  readonly total: number
}

/** The same in words that can be said or given to a guardian: who and how often, of what is shown. */
export function GuardianLetter({ name, looks, total }: GuardianLetterProps) {
  const { t } = useWords()
  const print = useDo('files.print')
  const people = Map.groupBy(looks, ({ staffName }) => staffName)
  const taken = looks.filter(({ what }) => what === 'took-out').length
  const list = [...people]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([who, of]) => t('rights.letter-one', { name: who, count: of.length }))
    .join('')
  const letter = t(taken === 0 ? 'rights.letter' : 'rights.letter-taken', {
    name,
    people: people.size,
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
