import './settings.css'
import { useState } from 'react'
import type { StaffPerson } from '#contract/people.ts'
import type { Settings as Values } from '#contract/room.ts'
import {
  Button,
  CheckBox,
  DeskHead,
  Notice,
  NumberField,
  Panel,
  Select,
  TextField,
  Waiting,
} from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { CallServerPanel } from '../call-server/call-server-panel.tsx'
import { VoiceCheck } from '../setup/voice-check.tsx'
import { CardPanel } from './card-panel.tsx'
import { DiaryKeys } from './diary-keys.tsx'
import { MyPin } from './my-pin.tsx'
import { NewKey } from './new-key.tsx'

/** Each language calls itself by its own name. */
const languageItems = [
  { id: 'zh-CN', label: '中文' },
  { id: 'en', label: 'English' },
] as const

/** Minutes and turns, with the bounds of the contract. */
const numbers = [
  { id: 'sessionMinutes', min: 5, max: 120, step: 5 },
  { id: 'gameMinutes', min: 0, max: 240, step: 5 },
  { id: 'turnsADay', min: 0, max: 20, step: 1 },
  { id: 'idleMinutes', min: 1, max: 60, step: 1 },
  { id: 'messageDays', min: 0, max: 365, step: 1 },
  { id: 'talkMinutes', min: 5, max: 240, step: 5 },
] as const

/** How a child dials from the telephone of the room, if it may; the help card says so. */
const phones = ['none', 'direct', '0', '9'] as const satisfies readonly Values['roomPhone'][]

/** How often a child's eyes rest, minutes; 0 = never. */
const restItems = [20, 15, 30, 0] as const satisfies readonly Values['restMinutes'][]

export default function Settings({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const held = useAnswer('room.settings', undefined)
  const mayChange = person.role === 'coordinator' || person.role === 'technician'
  const mayJudge = mayChange || person.role === 'teacher'
  return (
    <>
      <DeskHead title={t('console.page.settings')} />
      <div className="settings">
        <div className="settings-main">
          {held.value && (
            <RoomSettings key={JSON.stringify(held.value)} held={held.value} mayChange={mayChange} />
          )}
          {held.waiting && <Waiting label={t('console.waiting')} />}
          {held.refusal && <Notice tone="bad" title={refusalWords(t, held.refusal)} />}
          <ul>
            <VoiceCheck judge="devices.judgeVoice" mayJudge={mayJudge} />
          </ul>
          <CallServerPanel mayChange={mayChange} />
        </div>
        <div className="settings-side">
          {(person.role === 'coordinator' || person.role === 'technician') && <DiaryKeys />}
          {held.value && mayChange && <CardPanel settings={held.value} />}
          <MyPin />
          {person.role === 'coordinator' && <NewKey />}
        </div>
      </div>
    </>
  )
}

const language = (id: string): Values['language'] => (id === 'en' ? 'en' : 'zh-CN')

function RoomSettings({ held, mayChange }: { readonly held: Values; readonly mayChange: boolean }) {
  const { t } = useWords()
  const [values, setValues] = useState(held)
  const save = useDo('room.changeSettings', { stale: ['room.settings', 'room.look'] })
  const change = (changed: Partial<Values>) => setValues((before) => ({ ...before, ...changed }))
  const changed = JSON.stringify(values) !== JSON.stringify(held)
  return (
    <Panel
      title={t('settings.room')}
      inset
      right={
        mayChange && (
          <Button
            label={t('settings.save')}
            look="main"
            icon="floppy-disk"
            disabled={!changed}
            busy={save.busy}
            onPress={() => save.go(values)}
          />
        )
      }
    >
      <div className="settings-grid">
        <TextField
          label={t('settings.school')}
          value={values.school}
          onChange={(school) => change({ school })}
          maxLength={60}
          disabled={!mayChange}
        />
        <TextField
          label={t('settings.room-name')}
          value={values.room}
          onChange={(room) => change({ room })}
          maxLength={40}
          disabled={!mayChange}
        />
        <Select
          label={t('settings.language')}
          items={languageItems}
          chosen={values.language}
          onChoose={(id) => change({ language: language(id) })}
          disabled={!mayChange}
        />
        <Select
          label={t('settings.staff-language')}
          items={languageItems}
          chosen={values.staffLanguage}
          onChoose={(id) => change({ staffLanguage: language(id) })}
          disabled={!mayChange}
        />
        {numbers.map(({ id, min, max, step }) => (
          <NumberField
            key={id}
            label={t(`settings.number.${id}`)}
            hint={t(`settings.hint.${id}`)}
            value={values[id]}
            onChange={(value) => change({ [id]: value })}
            min={min}
            max={max}
            step={step}
            lessLabel={t('setup.less')}
            moreLabel={t('setup.more')}
            disabled={!mayChange}
          />
        ))}
        <Select
          label={t('settings.rest')}
          items={restItems.map((minutes) => ({
            id: `${minutes}`,
            label: minutes === 0 ? t('settings.rest-off') : t('settings.rest-every', { minutes }),
          }))}
          chosen={`${values.restMinutes}`}
          onChoose={(id) => change({ restMinutes: restItems.find((one) => `${one}` === id) ?? 20 })}
          disabled={!mayChange}
        />
        <Select
          label={t('settings.phone')}
          items={phones.map((id) => ({ id, label: t(`settings.phones.${id}`) }))}
          chosen={values.roomPhone}
          onChoose={(id) => change({ roomPhone: phones.find((one) => one === id) ?? 'none' })}
          disabled={!mayChange}
        />
        <CheckBox checked={values.pinyin} onChange={(pinyin) => change({ pinyin })} disabled={!mayChange}>
          {t('settings.pinyin')}
        </CheckBox>
      </div>
      {save.refusal && <Notice tone="bad" title={refusalWords(t, save.refusal)} />}
      {!mayChange && <Notice tone="note" title={t('settings.read-only')} />}
    </Panel>
  )
}
