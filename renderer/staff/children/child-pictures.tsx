import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import { passwordPictures, type PasswordPicture } from '#contract/pictures.ts'
import { Button, Notice, Picture } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** The three-picture password: on, off, shown, changed (H2). */
export function ChildPictures({ child }: { readonly child: ChildRow }) {
  const { t } = useWords()
  const [shown, show] = useState<readonly PasswordPicture[]>()
  const [choosing, setChoosing] = useState<readonly PasswordPicture[]>()
  const look = useDo('children.showPictures', { done: show })
  const set = useDo('children.setPictures', {
    stale: ['children.list'],
    done: (pictures) => {
      show(pictures ?? undefined)
      setChoosing(undefined)
    },
  })
  const pick = (picture: PasswordPicture) => {
    const [first, second, third] = [...(choosing ?? []), picture]
    if (first && second && third) set.go({ id: child.id, pictures: [first, second, third] })
    else setChoosing([...(choosing ?? []), picture])
  }
  const refusal = look.refusal ?? set.refusal
  return (
    <section className="child-part">
      <h3>{t('children.pictures')}</h3>
      <p>{child.pictures ? t('children.pictures-on') : t('children.pictures-off')}</p>
      {shown && (
        <p className="three-pictures" aria-live="polite">
          {shown.map((picture) => (
            <span key={picture} role="img" aria-label={t(`pictures.name.${picture}`)}>
              <Picture name={picture} />
            </span>
          ))}
        </p>
      )}
      <div className="child-actions">
        {child.pictures && !shown && (
          <Button
            label={t('children.show')}
            icon="eye"
            busy={look.busy}
            onPress={() => look.go({ id: child.id })}
          />
        )}
        {shown && <Button label={t('children.hide')} icon="eye-slash" onPress={() => show(undefined)} />}
        <Button
          label={child.pictures ? t('children.new-pictures') : t('children.turn-on')}
          icon="arrows-clockwise"
          busy={set.busy}
          onPress={() => set.go({ id: child.id, pictures: 'new' })}
        />
        <Button label={t('children.choose-pictures')} look="ghost" onPress={() => setChoosing([])} />
        {child.pictures && (
          <Button
            label={t('children.turn-off')}
            look="ghost"
            onPress={() => set.go({ id: child.id, pictures: null })}
          />
        )}
      </div>
      {choosing && (
        <>
          <p>{t('children.choose-n', { n: choosing.length + 1 })}</p>
          <div className="animal-grid" role="group" aria-label={t('children.choose-pictures')}>
            {passwordPictures.map((picture) => (
              <button
                key={picture}
                type="button"
                aria-label={t(`pictures.name.${picture}`)}
                // Three different ones: main refuses a picture that stands twice.
                disabled={choosing.includes(picture) || set.busy}
                onClick={() => pick(picture)}
              >
                <Picture name={picture} />
              </button>
            ))}
          </div>
        </>
      )}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </section>
  )
}
