import './health.css'
import { useState } from 'react'
import type { HealthLook, Lamp } from '#contract/health.ts'
import type { LampName } from '#contract/health-verdicts.ts'
import { Button, Chip, DeskHead, Dialog, Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo, useKnow } from '../../api/query.tsx'
import { PaperActions } from '../papers/paper-actions.tsx'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { LampMark } from './lamp-mark.tsx'
import { LampPanel } from './lamp-panel.tsx'
import { useLampWords, useWhen } from './lamp-words.ts'
import { RepairSlip } from './repair-slip.tsx'

/** How everything of this seat stands (T3): lamps, worst first, with what to do, a slip for whoever mends it, a bundle for whoever helps. */
export default function Health() {
  const { t } = useWords()
  const when = useWhen()
  const know = useKnow()
  const [chosen, choose] = useState<LampName>()
  const [saving, save] = useState(false)
  const look = useAnswer('health.look', undefined)
  const check = useDo('health.check', {
    stale: ['health.history'],
    done: (found: HealthLook) => know('health.look', found),
  })
  const bundle = useDo('health.saveBundle')
  const lamps = look.value?.lamps ?? []
  const lamp = lamps.find(({ name }) => name === chosen) ?? lamps[0]
  return (
    <>
      <DeskHead
        title={t('console.page.health')}
        right={
          <>
            <Button label={t('health.bundle')} icon="download-simple" onPress={() => save(true)} />
            <Button
              label={t('health.check')}
              icon="arrows-clockwise"
              busy={check.busy}
              onPress={() => check.go()}
            />
            {lamp && look.value && <SlipButton lamp={lamp} look={look.value} />}
          </>
        }
      >
        {look.value && <Sum lamps={lamps} />}
        <span className="health-checked" role="status">
          {check.busy ? t('health.checking') : look.value && t('health.checked', { at: when(look.value.at) })}
        </span>
      </DeskHead>
      {look.waiting && <Waiting label={t('health.checking')} />}
      {(look.refusal ?? check.refusal) && (
        <Notice
          tone="bad"
          title={refusalWords(t, look.refusal ?? check.refusal ?? { code: 'unexpected' })}
          action={<Button label={t('console.again')} onPress={look.again} />}
        />
      )}
      {lamp && (
        <div className="health">
          <Panel>
            <Lamps lamps={lamps} chosen={lamp.name} onChoose={choose} />
            <p className="health-legend">{t('health.legend')}</p>
          </Panel>
          <LampPanel lamp={lamp} />
        </div>
      )}
      {saving && (
        <PlaceChoice
          title={t('health.bundle-title')}
          busy={bundle.busy}
          refusal={bundle.refusal}
          saved={bundle.value?.file}
          onPlace={(place) => bundle.go({ place })}
          onClose={() => {
            save(false)
            bundle.reset()
          }}
        />
      )}
    </>
  )
}

function Sum({ lamps }: { readonly lamps: readonly Lamp[] }) {
  const { t } = useWords()
  const count = (tone: Lamp['tone']) => lamps.filter((lamp) => lamp.tone === tone).length
  const [bad, care] = [count('bad'), count('care')]
  return (
    <>
      {bad > 0 && (
        <Chip tone="bad" icon="x">
          {t('health.bad', { count: bad })}
        </Chip>
      )}
      {care > 0 && (
        <Chip tone="care" icon="warning">
          {t('health.care', { count: care })}
        </Chip>
      )}
      {bad + care === 0 && (
        <Chip tone="good" icon="check">
          {t('health.all-good')}
        </Chip>
      )}
    </>
  )
}

interface LampsProps {
  readonly lamps: readonly Lamp[]
  readonly chosen: LampName
  readonly onChoose: (name: LampName) => void
}

function Lamps({ lamps, chosen, onChoose }: LampsProps) {
  const wordsOf = useLampWords()
  return (
    <ul className="health-lamps">
      {lamps.map((lamp) => {
        const { name, says, facts } = wordsOf(lamp)
        return (
          <li key={lamp.name}>
            <button type="button" aria-pressed={lamp.name === chosen} onClick={() => onChoose(lamp.name)}>
              <LampMark tone={lamp.tone} />
              <b>{name}</b>
              <span>
                {says}
                {facts && <small>{facts}</small>}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Of the machine what a slip tells besides the lamp itself. */
const ofMachine: ReadonlySet<LampName> = new Set(['disk', 'memory', 'display', 'version'])

function SlipButton({ lamp, look }: { readonly lamp: Lamp; readonly look: HealthLook }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const room = useAnswer('room.look', undefined)
  const history = useAnswer('health.history', { lamp: lamp.name }, { fresh: true })
  return (
    <>
      <Button label={t('health.slip')} icon="printer" look="main" onPress={() => setOpen(true)} />
      {open && room.value && (
        <Dialog
          open
          title={t('health.slip')}
          closeLabel={t('children.close')}
          onClose={() => setOpen(false)}
          actions={<Button label={t('papers.done')} onPress={() => setOpen(false)} />}
        >
          <p>{t('health.slip-seat', { seat: room.value.seat, lamp: t(`health.lamp.${lamp.name}`) })}</p>
          <PaperActions about="repair" />
          <RepairSlip
            lamp={lamp}
            look={room.value}
            trials={history.value?.trials ?? []}
            machine={look.lamps.filter(({ name }) => ofMachine.has(name) && name !== lamp.name)}
            at={look.at}
          />
        </Dialog>
      )}
    </>
  )
}
