import './backup.css'
import { useState } from 'react'
import type { BackupsLook } from '#contract/backups.ts'
import type { StaffPerson } from '#contract/people.ts'
import { Button, Chip, DeskHead, EmptyState, Notice, Panel, Progress, Table, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWhen } from '../health/lamp-words.ts'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { useSize } from './found-choice.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { TryDialog } from './try-dialog.tsx'

/** Backups that leave the seat (T5): one now, those that were, whether one was tried, and the key on paper. */
export default function Backup({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const when = useWhen()
  const [open, show] = useState<'place' | 'key' | 'try'>()
  const look = useAnswer('backups.look', undefined, { fresh: true, every: 2000 })
  const make = useDo('backups.make', { stale: ['backups.look', 'health.look'] })
  const stop = useDo('backups.stop')
  const now = look.value
  const close = () => show(undefined)
  return (
    <>
      <DeskHead
        title={t('console.page.backup')}
        right={
          <Button
            label={t('backups.now')}
            icon="floppy-disk"
            look="main"
            disabled={!now?.key || now.running !== null}
            busy={make.busy}
            onPress={() => show('place')}
          />
        }
      >
        {now?.tried && (
          <Chip tone="good" icon="check">
            {t('backups.tried-at', { number: now.tried.number, at: when(now.tried.at, now.tried.trusted) })}
          </Chip>
        )}
      </DeskHead>
      {look.waiting && <Waiting label={t('console.waiting')} />}
      {(look.refusal ?? make.refusal) && (
        <Notice tone="bad" title={refusalWords(t, look.refusal ?? make.refusal ?? { code: 'unexpected' })} />
      )}
      {now && (
        <div className="backup">
          <div className="backup-main">
            {now.running !== null && (
              <Panel title={t('backups.running')} inset>
                <p>{t('backups.running-hint')}</p>
                <Progress
                  label={t('backups.running')}
                  value={now.running}
                  text={`${Math.round(now.running * 100)} %`}
                />
                <Button label={t('backups.stop')} icon="stop" busy={stop.busy} onPress={() => stop.go()} />
              </Panel>
            )}
            <Panel title={t('backups.table')}>
              <Made look={now} />
              <p className="backup-remind">{t('backups.remind')}</p>
            </Panel>
          </div>
          <div className="backup-side">
            <Tried look={now} onTry={() => show('try')} />
            <Panel tone="warm" title={t('backups.key')} inset>
              {now.key ? (
                <p>
                  {t(now.key.isSplit ? 'backups.key-split' : 'backups.key-whole', {
                    at: when(now.key.madeAt),
                  })}
                </p>
              ) : (
                <Notice tone="care" title={t('backups.no-key')}>
                  <br />
                  {t('backups.no-key-hint')}
                </Notice>
              )}
              <p className="backup-lost">
                <b>{t('backups.key-lost')}</b>
                <br />
                {t('backups.key-lost-hint')}
              </p>
              {person.role === 'coordinator' && (
                <Button
                  label={t(now.key ? 'backups.make-new' : 'backups.make')}
                  icon="key"
                  onPress={() => show('key')}
                />
              )}
            </Panel>
          </div>
        </div>
      )}
      {open === 'place' && (
        <PlaceChoice
          title={t('backups.now')}
          busy={make.busy}
          refusal={make.refusal}
          saved={make.value && t('backups.number', { number: make.value.number })}
          onPlace={(place) => make.go({ place })}
          onClose={() => {
            close()
            make.reset()
          }}
        />
      )}
      {open === 'key' && now && <KeyDialog isAnother={now.key !== null} onClose={close} />}
      {open === 'try' && now && (
        <TryDialog isSplit={now.key?.isSplit ?? false} running={now.running} onClose={close} />
      )}
    </>
  )
}

function Made({ look: { made, key } }: { readonly look: BackupsLook }) {
  const { t } = useWords()
  const when = useWhen()
  const size = useSize()
  const words = useTableWords()
  if (made.length === 0)
    return (
      <EmptyState
        title={t(key ? 'backups.none' : 'backups.no-key')}
        hint={t(key ? 'backups.none-hint' : 'backups.no-key-hint')}
      />
    )
  return (
    <Table
      label={t('backups.table')}
      rows={made}
      rowKey={({ number, at }) => `${number}-${at}`}
      words={words}
      columns={[
        { id: 'time', title: t('backups.time'), cell: ({ at, trusted }) => when(at, trusted) },
        { id: 'number', title: '', cell: ({ number }) => t('backups.number', { number }) },
        { id: 'place', title: t('backups.place'), cell: ({ place }) => place },
        {
          id: 'size',
          title: t('backups.how'),
          cell: ({ bytes, newBytes }) => t('backups.sizes', { whole: size(bytes), fresh: size(newBytes) }),
        },
      ]}
    />
  )
}

const counts = [
  ['children', 'backups.children'],
  ['calls', 'backups.calls'],
  ['messages', 'backups.messages'],
  ['diaryPages', 'backups.diary'],
  ['files', 'backups.files'],
] as const

function Tried({ look, onTry }: { readonly look: BackupsLook; readonly onTry: () => void }) {
  const { t, language } = useWords()
  const when = useWhen()
  const number = new Intl.NumberFormat(language)
  const { tried } = look
  return (
    <Panel title={t('backups.tried')} inset {...(tried && { note: when(tried.at, tried.trusted) })}>
      {tried ? (
        <>
          <p>{t('backups.tried-how')}</p>
          <dl className="backup-counts">
            {counts.map(([of, words]) => (
              <div key={of}>
                <dt>{t(words)}</dt>
                <dd>{number.format(tried.came[of])}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>{t('backups.tried-none')}</p>
      )}
      <Button
        label={t('backups.try')}
        icon="arrow-counter-clockwise"
        disabled={look.made.length === 0 || look.running !== null}
        onPress={onTry}
      />
    </Panel>
  )
}
