import './call-log.css'
import { useState } from 'react'
import { Button, DeskHead, Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { CallTable } from './call-table.tsx'
import { WhoseCalls, type Whose } from './whose-calls.tsx'

/** The log of calls (C12): who, when, how long, how it ended, how the link was; never what was said. */
export default function CallLog() {
  const { t } = useWords()
  const [whose, choose] = useState<Whose>({})
  const [page, go] = useState(0)
  const [saving, save] = useState(false)
  const log = useAnswer('calls.log', { ...whose, page }, { fresh: true })
  const csv = useDo('calls.exportLog')
  return (
    <>
      <DeskHead
        title={t('console.page.calls')}
        right={<Button label="CSV" icon="file-csv" onPress={() => save(true)} />}
      >
        <WhoseCalls
          whose={whose}
          onChoose={(next) => {
            choose(next)
            go(0)
          }}
        />
      </DeskHead>
      {log.waiting && <Waiting label={t('console.waiting')} />}
      {log.refusal && (
        <Notice
          tone="bad"
          title={refusalWords(t, log.refusal)}
          action={<Button label={t('call-log.again')} onPress={log.again} />}
        />
      )}
      {log.value && (
        <Panel>
          <CallTable {...log.value} page={page} onPage={go} isAll={Object.keys(whose).length === 0} />
        </Panel>
      )}
      {saving && (
        <PlaceChoice
          title={t('call-log.save')}
          busy={csv.busy}
          refusal={csv.refusal}
          saved={csv.value?.file}
          onPlace={(place) => csv.go({ ...whose, place })}
          onClose={() => {
            save(false)
            csv.reset()
          }}
        />
      )}
    </>
  )
}
