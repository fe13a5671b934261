import type { KeySheet } from '#contract/backups.ts'
import { Qr } from '../contacts/qr.tsx'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { useWords } from '../words.ts'

/** The key on the screen, once; and the same for paper, a sheet for each half. */
export function KeySheets({
  sheets,
  place,
}: {
  readonly sheets: readonly KeySheet[]
  readonly place: string
}) {
  const { t } = useWords()
  return (
    <>
      {sheets.map((sheet) => (
        <section key={sheet.kind} className="backup-sheet">
          <h3>{t(`backups.sheet-${sheet.kind}`)}</h3>
          <Lines sheet={sheet} />
        </section>
      ))}
      <PrintSheet title={place}>
        {sheets.map((sheet) => (
          <section key={sheet.kind} className="backup-page">
            <h2>{t(`backups.sheet-${sheet.kind}`)}</h2>
            <p>{t(sheet.kind === 'whole' ? 'backups.sheet-safe' : 'backups.sheet-half-safe')}</p>
            <Lines sheet={sheet} />
            <div className="backup-code">
              <Qr text={sheet.code} label={t(`backups.sheet-${sheet.kind}`)} />
              {sheet.kind === 'whole' && (
                <p>
                  {t('backups.sheet-qr')}
                  <br />
                  <code>{sheet.code}</code>
                </p>
              )}
            </div>
            <p>{t('backups.key-lost-hint')}</p>
          </section>
        ))}
      </PrintSheet>
    </>
  )
}

const Lines = ({ sheet: { lines } }: { readonly sheet: KeySheet }) => (
  <ol className="backup-lines">
    {lines.map((line) => (
      <li key={line}>
        <code>{line}</code>
      </li>
    ))}
  </ol>
)
