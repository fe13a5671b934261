import './updates.css'
import type { ReactNode } from 'react'
import type { UpdatesLook } from '#contract/updates.ts'
import { Button, Chip, DeskHead, EmptyState, Icon, Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { stepsDone, updateSteps } from './step-rules.ts'
import { UpdateScene } from './update-scene.tsx'

/** Updates of this seat (T4): what a stick offers, how far it is, and the way back. */
export default function Updates() {
  const { t, language } = useWords()
  const look = useAnswer('updates.look', undefined, { fresh: true, every: 2000 })
  const stale = { stale: ['updates.look'] } as const
  const take = useDo('updates.take', stale)
  const order = useDo('updates.order', stale)
  const back = useDo('updates.back', stale)
  const now = look.value
  const refusal = look.refusal ?? take.refusal ?? order.refusal ?? back.refusal
  const done = now && stepsDone(now)
  const news = now?.offered?.news[language] ?? []
  return (
    <>
      <DeskHead title={t('console.page.updates')}>
        {now && <Chip>{t('updates.now', { version: now.version })}</Chip>}
      </DeskHead>
      {look.waiting && <Waiting label={t('console.waiting')} />}
      {refusal && <Notice tone="bad" title={refusalWords(t, refusal)} />}
      {now && !now.isSeat && <EmptyState title={t('updates.no-seat')} hint={t('updates.no-seat-hint')} />}
      {now?.isSeat && (
        <div className="updates">
          <div className="updates-main">
            <WentBack look={now} />
            {now.refused && (
              <Notice tone="bad" title={t('updates.refused')}>
                <br />
                {t(`updates.problem.${now.refused}`)}
              </Notice>
            )}
            {done === undefined ? (
              <EmptyState title={t('updates.none')} hint={t('updates.none-hint')} />
            ) : (
              <Flow look={now} done={done}>
                <Deed
                  look={now}
                  busy={take.busy || order.busy}
                  onTake={() => take.go()}
                  onOrder={(wanted) => order.go({ wanted })}
                />
              </Flow>
            )}
          </div>
          <div className="updates-side">
            {news.length > 0 && (
              <Panel title={t('updates.news')} inset>
                <ul className="updates-news">
                  {news.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Panel>
            )}
            <Panel title={t('updates.way-back')} inset>
              {now.backTo === null ? (
                <p>{t('updates.back-none')}</p>
              ) : (
                <>
                  <p>{t('updates.back-hint')}</p>
                  <Button
                    label={t('updates.back', { version: now.backTo })}
                    icon="arrow-counter-clockwise"
                    busy={back.busy || now.isAsked}
                    onPress={() => back.go()}
                  />
                </>
              )}
            </Panel>
          </div>
        </div>
      )}
    </>
  )
}

function WentBack({ look: { step, hasFailed, target, version } }: { readonly look: UpdatesLook }) {
  const { t } = useWords()
  if (step !== 'gone-back' || target === null) return null
  return (
    <Notice
      tone={hasFailed ? 'care' : 'note'}
      title={t(hasFailed ? 'updates.failed' : 'updates.asked', { version: target, now: version })}
    >
      <br />
      {t(hasFailed ? 'updates.failed-hint' : 'updates.asked-hint')}
    </Notice>
  )
}

/** The picture and the five steps of the update that lies here. */
function Flow({
  look,
  done,
  children,
}: {
  readonly look: UpdatesLook
  readonly done: number
  readonly children: ReactNode
}) {
  const { t, language } = useWords()
  const { offered, target, version, step } = look
  const isPast = step === 'trying' || (step === 'done' && !offered)
  const to = (isPast || step === 'ready' ? target : offered?.version) ?? ''
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  return (
    <Panel
      className="flow"
      title={isPast ? t('updates.runs', { version }) : t('updates.offered', { version: to })}
      right={offered && !isPast && t('updates.signed', { by: offered.by, at: day.format(offered.madeAt) })}
    >
      {!isPast && (
        <UpdateScene
          label={t('updates.scene', { from: version, to })}
          from={t('updates.now', { version })}
          to={to}
          way={t('updates.way-back')}
        />
      )}
      <ol className="updates-steps">
        {updateSteps.map((name, place) => (
          <li
            key={name}
            className={place < done ? 'done' : place === done ? 'now' : ''}
            aria-current={place === done ? 'step' : undefined}
          >
            <i aria-hidden="true">{place < done ? <Icon name="check" /> : place + 1}</i>
            <p>
              <b>{t(`updates.step.${name}`)}</b>
              <small>{t(`updates.step.${name}-hint`)}</small>
            </p>
          </li>
        ))}
      </ol>
      {children}
    </Panel>
  )
}

interface DeedProps {
  readonly look: UpdatesLook
  readonly busy: boolean
  readonly onTake: () => void
  readonly onOrder: (wanted: boolean) => void
}

/** What can be done now, and one sentence about it. */
function Deed({ look, busy, onTake, onOrder }: DeedProps) {
  const { t } = useWords()
  const { step, isAsked, isOrdered, isTaken, offered } = look
  if (step === 'checking' || (isAsked && step !== 'ready'))
    return (
      <footer className="updates-foot">
        <small>{t('updates.taking')}</small>
        <Chip tone="note">{t('updates.busy')}</Chip>
      </footer>
    )
  if (step === 'ready')
    return (
      <footer className="updates-foot">
        <small>
          {t(isOrdered ? (isTaken ? 'updates.ordered-taken' : 'updates.ordered') : 'updates.ready')}
        </small>
        {isOrdered ? (
          <Button label={t('updates.not-today')} busy={busy} onPress={() => onOrder(false)} />
        ) : (
          <Button
            label={t('updates.order')}
            icon="moon-stars"
            look="main"
            busy={busy}
            onPress={() => onOrder(true)}
          />
        )}
      </footer>
    )
  if (step === 'trying' || (step === 'done' && !offered))
    return (
      <footer className="updates-foot">
        <small>{t(step === 'trying' ? 'updates.trying' : 'updates.done')}</small>
      </footer>
    )
  return (
    <footer className="updates-foot">
      <small>{t(offered?.keepsForm ? 'updates.keeps-form' : 'updates.new-form')}</small>
      <Button label={t('updates.take')} icon="download-simple" look="main" busy={busy} onPress={onTake} />
    </footer>
  )
}
