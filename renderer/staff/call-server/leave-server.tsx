import { useState } from 'react'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** Leaves the call server, after asking: nobody is called from here afterwards. */
export function LeaveServer() {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  const leave = useDo('calls.leaveServer', {
    stale: ['calls.server', 'contacts.family', 'contacts.overview'],
  })
  return (
    <>
      <Button label={t('call-server.leave')} onPress={() => ask(true)} />
      <Dialog
        open={asking}
        asking
        title={t('call-server.leave-title')}
        closeLabel={t('children.close')}
        onClose={() => ask(false)}
        actions={
          <>
            <Button label={t('children.cancel')} onPress={() => ask(false)} />
            <Button label={t('call-server.leave')} look="main" busy={leave.busy} onPress={() => leave.go()} />
          </>
        }
      >
        <p>{t('call-server.leave-hint')}</p>
        {leave.refusal && <Notice tone="care" title={refusalWords(t, leave.refusal)} />}
      </Dialog>
    </>
  )
}
