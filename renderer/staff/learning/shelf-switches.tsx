import type { SwitchRow } from '#contract/learning.ts'
import { CheckBox, Notice, Panel } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../words.ts'
import { useNames } from './use-names.ts'

const grades = [1, 2, 3, 4, 5, 6] as const

interface ShelfSwitchesProps {
  readonly rows: readonly SwitchRow[]
  readonly mayChange: boolean
  readonly onChanged: () => void
}

/** What stands on the shelf of which grade. What a child did in an activity that is taken off stays kept. */
export function ShelfSwitches({ rows, mayChange, onChanged }: ShelfSwitchesProps) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const names = useNames()
  const set = useDo('learning.setSwitch', { done: onChanged })
  return (
    <Panel title={t('learning.view.shelf')} note={t('learning.shelf-hint')}>
      {set.refusal && <Notice tone="care" title={refusalWords(t, set.refusal)} />}
      <div className="table-scroll">
        <table className="table switches" aria-label={t('learning.view.shelf')}>
          <thead>
            <tr>
              <th scope="col">{t('learning.activity')}</th>
              <th scope="col">{t('learning.subject')}</th>
              {grades.map((grade) => (
                <th key={grade} scope="col">
                  {t('learning.grade', { grade })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ activity, subject, from, to, offFor }) => (
              <tr key={activity}>
                <th scope="row">{names.activity(activity)}</th>
                <td>{s(`subject.${subject}`)}</td>
                {grades.map((grade) => (
                  <td
                    key={grade}
                    className={grade < from || grade > to ? 'beside' : undefined}
                    aria-label={t('learning.grade', { grade })}
                  >
                    <CheckBox
                      checked={!offFor.includes(grade)}
                      disabled={!mayChange || set.busy}
                      onChange={(on) => set.go({ activity, grade, on })}
                    >
                      <span className="quiet">
                        {t('learning.on-for', { activity: names.activity(activity), grade })}
                      </span>
                    </CheckBox>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
