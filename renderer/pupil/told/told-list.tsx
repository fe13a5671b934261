import './told.css'
import './told.css'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useToldWords } from './told-words.ts'

/** Under “Me” for good: each time that two grown-ups looked, newest first. */
export function ToldList() {
  const { t } = useWords()
  const words = useToldWords()
  const all = useAnswer('openings.ofMine', undefined, { fresh: true })
  if (!all.value) return null
  if (all.value.length === 0) return <p className="told-none">{t('told.none')}</p>
  return (
    <ul className="told-list" aria-label={t('told.list')}>
      {all.value.map((told) => {
        const { who, when, why, pages } = words(told)
        return (
          <li key={told.id}>
            <b>{who}</b>
            <span>{`${when} · ${why} · ${pages}`}</span>
          </li>
        )
      })}
    </ul>
  )
}
