import { useEffect, useState } from 'react'
import {
  LEAST_WORDS,
  openingMinutes,
  openingReasons,
  type OpeningMinutes,
  type OpeningReason,
} from '#contract/opening-reasons.ts'
import type { OpeningLook } from '#contract/openings.ts'
import { Button, CheckBox, Face, Icon, Notice, Panel, Select, Tabs } from '#ui/staff.ts'
import { call } from '../../api/house.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { KeyHolder } from './key-holder.tsx'
import { lacks, lengthOf } from './lacks-rules.ts'
import { useDayWords } from './use-day-words.ts'

const sure = ['danger', 'record', 'told'] as const

/** Steps 1 to 4. What still lacks is said beside the button that opens. */
export function OpeningForm({ look, onLook }: { readonly look: OpeningLook; readonly onLook: () => void }) {
  const { t } = useWords()
  const day = useDayWords()
  const children = useAnswer('children.list', undefined)
  const [childId, setChild] = useState<string>()
  const days = useAnswer(
    'openings.days',
    { childId: childId ?? '' },
    { when: childId !== undefined, fresh: true },
  )
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState<OpeningReason>()
  const [words, setWords] = useState('')
  const [otherId, setOther] = useState(look.partners.length === 1 ? look.partners[0]?.id : undefined)
  const [minutes, setMinutes] = useState<OpeningMinutes>(15)
  const [ticked, tick] = useState<ReadonlySet<(typeof sure)[number]>>(new Set())
  const open = useDo('openings.open', { stale: ['openings.now', 'openings.record'], refused: onLook })
  const { ids, leftMs } = look.confirmed
  // What was typed counts for two minutes; leaving the page forgets it.
  useEffect(() => {
    if (leftMs === 0) return undefined
    const timer = setTimeout(onLook, leftMs + 50)
    return () => clearTimeout(timer)
  }, [leftMs, onLook])
  useEffect(() => () => void call('openings.cancel'), [])

  const child = children.value?.find(({ id }) => id === childId)
  const other = look.partners.find(({ id }) => id === otherId)
  const listed = days.value ?? []
  const within = listed.filter(
    (each) => from !== undefined && to !== undefined && each.day >= from && each.day <= to,
  )
  const pages = within.reduce((sum, each) => sum + each.pages, 0)
  const both = ids.includes(look.me.id) && other !== undefined && ids.includes(other.id)
  const lack = lacks({ pages, reason, words, both, sure: ticked.size === sure.length })
  const dayItems = listed.map((each) => ({
    id: each.day,
    label: t('opening.day', { day: day(each.day), count: each.pages }),
  }))

  return (
    <div className="opening-form">
      <div className="opening-side">
        <Panel title={<Step number={1} done={pages > 0} label={t('opening.step-which')} />}>
          <div className="opening-which">
            <Select
              label={t('opening.child')}
              placeholder={t('opening.choose-child')}
              items={(children.value ?? []).map(({ id, name, classLabel }) => ({
                id,
                label: `${name} ${classLabel}`,
              }))}
              chosen={childId}
              onChoose={(id) => {
                setChild(id)
                setFrom(undefined)
                setTo(undefined)
              }}
            />
            {child && listed.length > 0 && (
              <>
                <Select
                  label={t('opening.from')}
                  items={dayItems}
                  chosen={from}
                  onChoose={(id) => {
                    setFrom(id)
                    if (to === undefined || to < id) setTo(id)
                  }}
                />
                <Select
                  label={t('opening.to')}
                  items={dayItems}
                  chosen={to}
                  onChoose={(id) => {
                    setTo(id)
                    if (from === undefined || from > id) setFrom(id)
                  }}
                />
              </>
            )}
          </div>
          {child && (
            <p className="opening-shut">
              <Face face={child.face} size={40} />
              <b>{child.name}</b>
              <Icon name="lock-simple" weight="regular" />
              <span>
                {days.value && listed.length === 0
                  ? t('opening.no-pages')
                  : t('opening.pages-shut', { count: pages })}
              </span>
            </p>
          )}
        </Panel>
        <Panel
          title={
            <Step
              number={2}
              done={reason !== undefined && lengthOf(words) >= LEAST_WORDS}
              label={t('opening.step-why')}
            />
          }
        >
          <div className="opening-reasons" role="radiogroup" aria-label={t('opening.why')}>
            {openingReasons.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="reason"
                  checked={reason === each}
                  onChange={() => setReason(each)}
                />
                {t(`opening.reason.${each}`)}
              </label>
            ))}
          </div>
          <div className="opening-words">
            <textarea
              aria-label={t('opening.words')}
              value={words}
              maxLength={2000}
              onChange={(event) => setWords(event.target.value)}
            />
            <p>
              <span>{t('opening.words-hint')}</span>
              <span>{t('opening.words-count', { count: lengthOf(words), least: LEAST_WORDS })}</span>
            </p>
          </div>
        </Panel>
        <p className="panel opening-law">{t('opening.law')}</p>
      </div>
      <div className="opening-side">
        <Panel title={<Step number={3} done={both} label={t('opening.step-pins')} />}>
          {look.partners.length > 1 && (
            <div className="opening-other">
              <Select
                label={t('opening.other')}
                placeholder={t('opening.choose-other')}
                items={look.partners.map(({ id, name, role }) => ({
                  id,
                  label: `${name} ${t(`role.${role}`)}`,
                }))}
                chosen={otherId}
                onChoose={setOther}
              />
            </div>
          )}
          <div className="opening-keys">
            <KeyHolder adult={look.me} confirmed={ids.includes(look.me.id)} onDone={onLook} />
            {other && (
              <KeyHolder key={other.id} adult={other} confirmed={ids.includes(other.id)} onDone={onLook} />
            )}
          </div>
        </Panel>
        <Panel title={<Step number={4} done={false} label={t('opening.step-last')} />}>
          <div className="opening-last">
            <Tabs
              label={t('opening.how-long')}
              items={openingMinutes.map((each) => ({
                id: `${each}`,
                label: t('opening.minutes', { minutes: each }),
              }))}
              chosen={`${minutes}`}
              onChoose={(id) => setMinutes(openingMinutes.find((each) => `${each}` === id) ?? 15)}
            />
            {sure.map((each) => (
              <CheckBox
                key={each}
                checked={ticked.has(each)}
                onChange={(on) =>
                  tick(
                    (before) => new Set(on ? [...before, each] : [...before].filter((one) => one !== each)),
                  )
                }
              >
                {t(`opening.sure.${each}`, { name: child?.name ?? t('opening.child') })}
              </CheckBox>
            ))}
            <Button
              label={t('opening.go', { minutes })}
              look="main"
              large
              disabled={lack !== 'nothing'}
              busy={open.busy}
              onPress={() => {
                if (childId === undefined || from === undefined || to === undefined || reason === undefined)
                  return
                open.go({ childId, from, to, reason, words, minutes })
              }}
            />
            <p className="opening-hint" role="status">
              {t(`opening.lacks.${lack}`)}
            </p>
            {open.refusal && <Notice tone="bad" title={refusalWords(t, open.refusal)} />}
          </div>
        </Panel>
      </div>
    </div>
  )
}

function Step({
  number,
  done,
  label,
}: {
  readonly number: number
  readonly done: boolean
  readonly label: string
}) {
  return (
    <span className="opening-step">
      <i className={done ? 'done' : undefined} aria-hidden="true">
        {done ? <Icon name="check" weight="bold" /> : number}
      </i>
      {label}
    </span>
  )
}
