import { useState } from 'react'
import type { RightsLook } from '#contract/rights.ts'
import type { StaffPerson } from '#contract/people.ts'
import { Button, Dialog, Notice, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

const least = { set: 10, lift: 1 } as const

/** That a case is open and nothing is erased; set and lifted with a word of why. */
export function HoldNotice({ look, person }: { readonly look: RightsLook; readonly person: StaffPerson }) {
  const { t } = useWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  const [asking, ask] = useState<'set' | 'lift'>()
  const { hold } = look
  const maySet = person.role === 'coordinator' || person.role === 'social-worker'
  const mayLift = person.role === 'coordinator'
  return (
    <>
      {hold ? (
        <Notice
          tone="care"
          title={t('rights.hold.stands')}
          action={mayLift && <Button label={t('rights.hold.lift')} onPress={() => ask('lift')} />}
        >
          {t('rights.hold.since', { day: day(hold.since), who: hold.staffName, why: hold.why })}
        </Notice>
      ) : (
        maySet && (
          <p className="rights-hold">
            <Button label={t('rights.hold.set')} icon="lock-simple" onPress={() => ask('set')} />
            <small>{t('rights.hold.hint')}</small>
          </p>
        )
      )}
      {asking && <HoldDialog look={look} deed={asking} onClose={() => ask(undefined)} />}
    </>
  )
}

function HoldDialog({
  look,
  deed,
  onClose,
}: {
  readonly look: RightsLook
  readonly deed: 'set' | 'lift'
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [why, setWhy] = useState('')
  const parts = { stale: ['rights.look', 'rights.lookRetention'], done: onClose } as const
  const set = useDo('rights.hold', parts)
  const lift = useDo('rights.liftHold', parts)
  const childId = look.child.id
  const refusal = set.refusal ?? lift.refusal
  return (
    <Dialog
      open
      asking
      title={t(`rights.hold.${deed}-title`, { name: look.child.name })}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t(`rights.hold.${deed}`)}
            look="main"
            disabled={Array.from(why.trim()).length < least[deed]}
            busy={set.busy || lift.busy}
            onPress={() =>
              deed === 'set'
                ? set.go({ childId, why: why.trim() })
                : lift.go({ childId, id: look.hold?.id ?? '', why: why.trim() })
            }
          />
        </>
      }
    >
      <p>{t(`rights.hold.${deed}-hint`)}</p>
      <TextField
        label={t('rights.hold.why')}
        hint={t('rights.hold.why-hint')}
        value={why}
        onChange={setWhy}
        maxLength={500}
        autoFocus
      />
      {refusal && <Notice tone="bad" title={refusalWords(t, refusal)} />}
    </Dialog>
  )
}
