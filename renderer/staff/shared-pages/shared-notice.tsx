import type { StaffPerson } from '#contract/people.ts'
import { talkRoles } from '#contract/feelings.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** On each page of the console but its own: children gave pages that this person has not looked at. */
export function SharedNotice({ person, onGo }: { readonly person: StaffPerson; readonly onGo?: () => void }) {
  const { t } = useWords()
  const forget = useForget()
  const may = (talkRoles as readonly string[]).includes(person.role)
  const pages = useAnswer('shares.withMe', undefined, { fresh: true, when: may })
  useEvent('shares.changed', () => forget('shares.withMe'))
  const fresh = pages.value?.filter(({ looked }) => !looked).length ?? 0
  if (fresh === 0 || !onGo) return null
  return (
    <div className="notices">
      <Notice
        tone="note"
        title={fresh === 1 ? t('shared-pages.notice-one') : t('shared-pages.notice', { count: fresh })}
        action={<Button label={t('shared-pages.go')} onPress={onGo} />}
      />
    </div>
  )
}
