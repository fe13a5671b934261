import './receiver.css'
import type { Given, Receiver } from '#contract/shares.ts'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { Picture } from '#ui/picture.tsx'
import { useAnswer, useEvent } from '../../../api/query.tsx'
import type { useWords } from '../../../i18n/use-words.tsx'

const doors = { 'social-worker': 'learn', teacher: 'diary', coordinator: 'me' } as const

/** Who it is for, in a circle: the photograph, the first character of the name, the basket; the lock for nobody. */
export function ReceiverFace({ to }: { readonly to: Receiver | null }) {
  if (to === null) return <Picture name="locked" />
  switch (to.circle) {
    case 'family':
      return (
        <span className="receiver-face">
          <KinPhoto person={to} />
        </span>
      )
    case 'adult':
      return (
        <span
          className={`receiver-face initial d-${doors[to.role]}`}
          data-initial={Array.from(to.name)[0]}
          aria-hidden="true"
        />
      )
    case 'basket':
      return <Picture name="basket" />
  }
}

export function receiverName(to: Receiver, t: ReturnType<typeof useWords>['t']): string {
  switch (to.circle) {
    case 'family':
      return to.called
    case 'adult':
      return to.name
    case 'basket':
      return t('diary.share.basket')
  }
}

/** 妈妈能看 */
export function whoSees(given: Given | null, t: ReturnType<typeof useWords>['t']): string {
  if (!given) return t('diary.only-me')
  if (given.to.circle === 'basket') return t('diary.share.in-basket')
  return t('diary.share.can-see', { name: receiverName(given.to, t) })
}

/** To whom a page is given, and to whom it could be; told anew when somebody looked or the post went. */
export function useReceivers(page: string) {
  const asked = useAnswer('shares.receivers', { page }, { fresh: true })
  useEvent('shares.changed', asked.again)
  useEvent('messages.changed', asked.again)
  return asked
}
