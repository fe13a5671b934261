import { useState } from 'react'
import type { Receiver } from '#contract/shares.ts'
import { Pager } from '#ui/child/choices.tsx'
import { Icon } from '#ui/icon.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { ReceiverFace, receiverName } from './receiver.tsx'

/** A row of three. */
const row = 3

export const keyOf = (to: Receiver | null): string => (to === null ? 'me' : 'id' in to ? to.id : 'basket')

interface GroupProps {
  readonly title: string
  readonly items: readonly Receiver[]
  readonly none: string
  readonly isOn: (to: Receiver) => boolean
  readonly onPick: (to: Receiver) => void
}

/** Those of one circle, three at a time. */
export function Group({ title, items, none, isOn, onPick }: GroupProps) {
  const { t } = useWords()
  const [at, turnTo] = useState(0)
  const pages = pageCount(items.length, row)
  return (
    <section aria-label={title}>
      <div className="share-title">
        <h2>{title}</h2>
        {pages > 1 && (
          <Pager
            page={at}
            pages={pages}
            onPage={turnTo}
            previousLabel={t('who.previous')}
            nextLabel={t('who.next')}
            label={t('diary.share.page', { page: at + 1, pages })}
          />
        )}
      </div>
      {items.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="share-three">
          {pageOf(items, at, row).map((to) => (
            <li key={keyOf(to)}>
              <Pick
                to={to}
                name={receiverName(to, t)}
                hint={
                  to.circle === 'family' ? (to.city ?? '') : to.circle === 'adult' ? t(`role.${to.role}`) : ''
                }
                on={isOn(to)}
                onPick={() => onPick(to)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface PickProps {
  readonly to: Receiver | null
  readonly name: string
  readonly hint: string
  readonly on: boolean
  readonly onPick: () => void
}

/** One whom the page may be given to; null: nobody but me. */
export function Pick({ to, name, hint, on, onPick }: PickProps) {
  return (
    <button type="button" role="radio" aria-checked={on} className="share-pick" onClick={onPick}>
      <ReceiverFace to={to} />
      <span className="share-pick-words">
        <b className={Array.from(name).length > 5 ? 'long' : undefined}>{name}</b>
        {hint && <span className="soft">{hint}</span>}
      </span>
      {on && <Icon name="check-circle" weight="fill" />}
    </button>
  )
}
