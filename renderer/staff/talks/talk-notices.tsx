import type { StaffPerson } from '#contract/people.ts'
import { talkRoles } from '#contract/feelings.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** On each page of the console: that a child would like to talk to this person, and where a wish lies unopened. */
export function TalkNotices({ person, onGo }: { readonly person: StaffPerson; readonly onGo?: () => void }) {
  const { t } = useWords()
  const forget = useForget()
  const chosen = (talkRoles as readonly string[]).includes(person.role)
  const mine = useAnswer('talks.mine', undefined, { fresh: true, when: chosen })
  const waiting = useAnswer('talks.waiting', undefined, {
    fresh: true,
    when: person.role === 'coordinator',
  })
  useEvent('talks.changed', () => forget('talks.mine', 'talks.waiting'))
  const fresh = mine.value?.filter(({ received }) => !received).length ?? 0
  if (fresh === 0 && !waiting.value?.length) return null
  return (
    <div className="notices">
      {fresh > 0 && onGo && (
        <Notice
          tone="note"
          title={fresh === 1 ? t('talks.notice-one') : t('talks.notice', { count: fresh })}
          action={<Button label={t('talks.go')} onPress={onGo} />}
        />
      )}
      {waiting.value?.map(({ adultName }) => (
        <Notice key={adultName} tone="care" title={t('talks.waiting', { name: adultName })} />
      ))}
    </div>
  )
}
