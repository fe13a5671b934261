import type { OpeningReport } from '#contract/openings.ts'
import { Icon } from '#ui/staff.ts'
import { useWords } from '../words.ts'

/** To whom it was reported and when, as it was written down. Nothing where it was not. */
export function Reports({ reports }: { readonly reports: readonly OpeningReport[] }) {
  const { t } = useWords()
  if (reports.length === 0) return null
  return (
    <ul className="opening-reports">
      {reports.map(({ to, said, by, at }) => (
        <li key={`${at} ${to}`}>
          <Icon name="check" weight="bold" />
          {t('opening.report.done', { to: t(`opening.report.target.${to}`), said, by })}
        </li>
      ))}
    </ul>
  )
}
