import { useState } from 'react'
import { animals, tones } from '#contract/pictures.ts'
import type { ChildRow } from '#contract/children.ts'
import { Button, Face, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PhotoBooth } from './photo-booth.tsx'

/** The child's tile: an animal on a tone, or a photograph taken here. */
export function ChildFace({ child }: { readonly child: ChildRow }) {
  const { t } = useWords()
  const [choosing, choose] = useState<'animal' | 'photo'>()
  const stale = { stale: ['children.list'] as const }
  const avatar = useDo('children.setAvatar', stale)
  const photo = useDo('children.setPhoto', { ...stale, done: () => choose(undefined) })
  const refusal = avatar.refusal ?? photo.refusal
  const { animal, tone } = child.face
  return (
    <section className="child-part">
      <h3>{t('children.face')}</h3>
      <div className="child-face">
        <Face face={child.face} size={96} />
        <Button
          label={t('children.choose-animal')}
          icon="smiley"
          onPress={() => choose((before) => (before === 'animal' ? undefined : 'animal'))}
        />
        <Button label={t('children.take-photo')} icon="camera" onPress={() => choose('photo')} />
        {child.face.photo && (
          <Button
            label={t('children.drop-photo')}
            look="ghost"
            icon="trash"
            busy={photo.busy}
            onPress={() => photo.go({ id: child.id, image: null })}
          />
        )}
      </div>
      {choosing === 'animal' && (
        <>
          <div className="animal-grid" role="group" aria-label={t('children.choose-animal')}>
            {animals.map((one) => (
              <button
                key={one}
                type="button"
                aria-label={t(`animal.${one}`)}
                aria-pressed={one === animal}
                onClick={() => avatar.go({ id: child.id, animal: one, tone })}
              >
                <Face face={{ animal: one, tone }} size={40} />
              </button>
            ))}
          </div>
          <div className="animal-grid" role="group" aria-label={t('children.choose-tone')}>
            {tones.map((one) => (
              <button
                key={one}
                type="button"
                aria-label={t(`tone.${one}`)}
                aria-pressed={one === tone}
                onClick={() => avatar.go({ id: child.id, animal, tone: one })}
              >
                <span className="face" data-tone={one} />
              </button>
            ))}
          </div>
        </>
      )}
      {choosing === 'photo' && (
        <PhotoBooth
          busy={photo.busy}
          onPhoto={(image) => photo.go({ id: child.id, image })}
          onClose={() => choose(undefined)}
        />
      )}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </section>
  )
}
