import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import type { Stamp } from '#contract/learning.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { refusalWords } from '../refusal-words.ts'
import { catalogsOf, stampDay, useStampWords } from '../../i18n/stamp-words.ts'
import { useWords } from '../words.ts'
import { PassportBooklet } from '../papers/passport-booklet.tsx'
import { PaperActions } from '../papers/paper-actions.tsx'

/** The skills passport of one child (L11), to look at and to print as a booklet that goes home. */
export function SkillsPassport({ child }: { readonly child: ChildRow }) {
  const { t } = useWords()
  const [opened, open] = useState(false)
  const stamps = useAnswer('learning.stampsOf', { childId: child.id }, { when: opened, fresh: true })
  return (
    <section className="child-part">
      <h3>{t('children.passport')}</h3>
      {!opened && (
        <Button label={t('children.passport-open')} icon="identification-card" onPress={() => open(true)} />
      )}
      {stamps.value?.length === 0 && <p>{t('children.passport-none')}</p>}
      {stamps.value && stamps.value.length > 0 && <Stamps child={child} stamps={stamps.value} />}
      {stamps.refusal && <Notice tone="care" title={refusalWords(t, stamps.refusal)} />}
    </section>
  )
}

function Stamps({ child, stamps }: { readonly child: ChildRow; readonly stamps: readonly Stamp[] }) {
  const ready = useActivityCatalogs('shelf', ...catalogsOf(stamps))
  if (!ready) return null
  return (
    <>
      <ul className="mistake-list">
        {stamps.map((stamp) => (
          <li key={`${stamp.activity} ${stamp.stamp}`}>
            <StampLine stamp={stamp} />
          </li>
        ))}
      </ul>
      <PaperActions about="passport" childId={child.id} />
      <PassportBooklet child={child} stamps={stamps} />
    </>
  )
}

function StampLine({ stamp }: { readonly stamp: Stamp }) {
  const { t, language } = useWords()
  const { name, proof } = useStampWords(stamp)
  const day = stampDay(stamp.at, language)
  return (
    <>
      <span>
        <b>{name}</b> {proof}
      </span>
      <small>{day === '' ? t('children.passport-undated') : day}</small>
    </>
  )
}
