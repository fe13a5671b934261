import type { Lamp } from '#contract/health.ts'
import { Panel } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { LampMark } from './lamp-mark.tsx'
import { canBeTried, LampTrial } from './lamp-trial.tsx'
import { useLampWords, useWhen } from './lamp-words.ts'

/** One lamp: what it says, what to do about it, how to try it, how it went. */
export function LampPanel({ lamp }: { readonly lamp: Lamp }) {
  const { t } = useWords()
  const words = useLampWords()(lamp)
  const when = useWhen()
  return (
    <Panel
      inset
      className="health-one"
      title={
        <>
          <LampMark tone={lamp.tone} large /> {words.name}
        </>
      }
      {...(lamp.since !== null && { note: t('health.since', { at: when(lamp.since) }) })}
    >
      <p className="health-says">{words.says}</p>
      {words.facts && <p className="health-facts">{words.facts}</p>}
      {words.deed && (
        <p className="health-deed">
          <b>{t('health.to-do')}</b> {words.deed}
        </p>
      )}
      {canBeTried(lamp.name) && <LampTrial key={lamp.name} lamp={lamp.name} />}
      <History lamp={lamp} />
    </Panel>
  )
}

function History({ lamp }: { readonly lamp: Lamp }) {
  const { t } = useWords()
  const when = useWhen()
  const wordsOf = useLampWords()
  const history = useAnswer('health.history', { lamp: lamp.name }, { fresh: true })
  const turns = (history.value?.turns ?? []).map((turn) => ({
    ...turn,
    what: wordsOf({ name: turn.lamp, says: turn.says, tone: turn.tone, facts: [], since: null }).says,
  }))
  const trials = (history.value?.trials ?? []).map((trial) => ({
    ...trial,
    tone: undefined,
    what: t('health.trial', {
      who: trial.staffName ?? t('health.someone'),
      result: t(`health.result.${trial.result}`),
    }),
  }))
  const lines = [...turns, ...trials].toSorted((a, b) => b.at - a.at)
  return (
    <section className="health-history" aria-label={t('health.history')}>
      <h3>{t('health.history')}</h3>
      {history.value && lines.length === 0 && <p>{t('health.history-none')}</p>}
      <ol>
        {lines.slice(0, 12).map(({ at, trusted, tone, what }, index) => (
          <li key={`${at}-${index}`}>
            {tone && <LampMark tone={tone} />}
            <span>{what}</span>
            <small>{when(at, trusted)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
