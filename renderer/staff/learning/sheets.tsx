import { useState } from 'react'
import type { HardLevel, SwitchRow } from '#contract/learning.ts'
import { Button, NumberField, Notice, Panel, Select } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { ExercisePaper } from '../papers/exercise-paper.tsx'
import { Printed } from '../papers/printed.tsx'
import { useNames } from './use-names.ts'

interface SheetsProps {
  readonly activities: readonly SwitchRow[]
  /** What stands there first; the first activity unless said. */
  readonly first: Pick<HardLevel, 'activity' | 'level'> | undefined
}

/** Fresh exercises of a level on paper, their answers on a page of their own. */
export function Sheets({ activities, first }: SheetsProps) {
  const { t } = useWords()
  const names = useNames()
  const [chosen, choose] = useState(first?.activity ?? activities[0]?.activity ?? '')
  const levels = activities.find(({ activity }) => activity === chosen)?.levels ?? []
  const [wanted, setLevel] = useState(first?.level)
  const level = levels.find((id) => id === wanted) ?? levels[0] ?? ''
  const [count, setCount] = useState(20)
  const sheet = useAnswer('learning.sheet', { activity: chosen, level, count }, { fresh: true })
  const print = useDo('files.print')
  const lines = (sheet.value ?? []).map((line) => ({ ...line, activity: chosen }))
  const title = `${names.activity(chosen)}  ${names.level(chosen, level)}`
  const refusal = sheet.refusal ?? print.refusal
  return (
    <Panel inset title={t('learning.view.sheets')} note={t('learning.sheets-hint')}>
      <div className="sheet-choice">
        <Select
          label={t('learning.activity')}
          items={activities.map(({ activity }) => ({ id: activity, label: names.activity(activity) }))}
          chosen={chosen}
          onChoose={(id) => choose(id)}
        />
        <Select
          label={t('learning.level')}
          items={levels.map((id) => ({ id, label: names.level(chosen, id) }))}
          chosen={level}
          onChoose={setLevel}
        />
        <NumberField
          label={t('learning.how-many')}
          value={count}
          onChange={setCount}
          min={5}
          max={60}
          step={5}
          lessLabel={t('learning.fewer')}
          moreLabel={t('learning.more')}
        />
        <Button icon="arrows-clockwise" label={t('learning.others')} onPress={sheet.again} />
        <Button
          icon="printer"
          look="main"
          label={t('papers.print')}
          disabled={lines.length === 0}
          busy={print.busy}
          onPress={() => print.go()}
        />
      </div>
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
      {sheet.value && lines.length === 0 && <Notice tone="note" title={t('learning.no-paper')} />}
      <ol className="sheet-look">
        {lines.map(({ activity, ask }, index) => (
          <li key={`${index}`}>
            <Printed activity={activity} parts={ask} />
          </li>
        ))}
      </ol>
      {lines.length > 0 && <ExercisePaper title={title} lines={lines} />}
    </Panel>
  )
}
