import type { DeviceTrial, Lamp } from '#contract/health.ts'
import type { RoomLook } from '#contract/room.ts'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { useWords } from '../words.ts'
import { useLampWords, useWhen } from './lamp-words.ts'

interface RepairSlipProps {
  readonly lamp: Lamp
  readonly look: RoomLook
  readonly trials: readonly DeviceTrial[]
  /** What else of this machine whoever mends it may want to know. */
  readonly machine: readonly Lamp[]
  /** UTC ms. */
  readonly at: number
}

/** One sheet for one thing that is broken, to stick on the machine. It names no child. */
export function RepairSlip({ lamp, look, trials, machine, at }: RepairSlipProps) {
  const { t } = useWords()
  const wordsOf = useLampWords()
  const when = useWhen()
  const words = wordsOf(lamp)
  return (
    <PrintSheet title={t('health.slip-title')}>
      <p className="slip-head">
        <span>
          {look.school} · {look.room}
        </span>
        <span>
          {t('health.slip-printed', { at: when(at) })}
          <br />
          {t('health.slip-stick')}
        </span>
      </p>
      <h2>{t('health.slip-seat', { seat: look.seat, lamp: words.name })}</h2>
      <p className="slip-says">{words.says}</p>
      {lamp.since !== null && <p>{t('health.since', { at: when(lamp.since) })}</p>}
      <h2>{t('health.slip-machine')}</h2>
      <table>
        <tbody>
          {words.facts && (
            <tr>
              <th scope="row">{t('health.slip-fact')}</th>
              <td>{words.facts}</td>
            </tr>
          )}
          {machine.map((one) => {
            const { name, says, facts } = wordsOf(one)
            return (
              <tr key={one.name}>
                <th scope="row">{name}</th>
                <td>{facts || says}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <h2>{t('health.slip-tried')}</h2>
      {trials.length === 0 ? (
        <p>{t('health.slip-tried-none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('health.slip-what')}</th>
              <th scope="col">{t('health.slip-who')}</th>
              <th scope="col">{t('health.slip-result')}</th>
            </tr>
          </thead>
          <tbody>
            {trials.slice(0, 5).map((trial, index) => (
              <tr key={`${trial.at}-${index}`}>
                <td>{when(trial.at, trial.trusted)}</td>
                <td>{trial.staffName ?? t('health.someone')}</td>
                <td>{t(`health.result.${trial.result}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="slip-two">
        <section>
          <h2>{t('health.slip-do')}</h2>
          <p className="slip-box">{words.deed ?? words.says}</p>
        </section>
        <section>
          <h2>{t('health.slip-done')}</h2>
          <p className="slip-box">{t('health.slip-done-lamp', { lamp: words.name })}</p>
          <p className="slip-box">{t('health.slip-done-child')}</p>
        </section>
      </div>
      <h2>{t('health.slip-record')}</h2>
      <table className="slip-record">
        <thead>
          <tr>
            <th scope="col">{t('health.slip-date')}</th>
            <th scope="col">{t('health.slip-work')}</th>
            <th scope="col">{t('health.slip-parts')}</th>
            <th scope="col">{t('health.slip-sign')}</th>
          </tr>
        </thead>
        <tbody>
          {[1, 2, 3].map((line) => (
            <tr key={line}>
              {['date', 'work', 'parts', 'sign'].map((column) => (
                <td key={column}>{'\u00a0'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="slip-foot">
        {t('health.slip-foot')} {t('health.slip-version')} {look.version}
      </p>
    </PrintSheet>
  )
}
