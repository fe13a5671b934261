import type { CallLine, CallQuality } from '#contract/calls.ts'
import { Dialog, EmptyState } from '#ui/staff.ts'
import { useKnownTime } from '../known-time.ts'
import { useWords } from '../words.ts'
import { useLengthWords } from './use-length-words.ts'

/** The figures of one call's link, for who wants to know; each with what it means. */
export function CallDetails({ line, onClose }: { readonly line: CallLine; readonly onClose: () => void }) {
  const { t } = useWords()
  const when = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog
      open
      title={t('call-log.details', { name: line.childName, called: line.called ?? t('call-log.gone') })}
      closeLabel={t('children.close')}
      onClose={onClose}
    >
      <p>
        {when(line.clockWrong ? null : line.at)} {t(`call-log.way.${line.way}`)}{' '}
        {t(`call-log.end.${line.end}`)}
      </p>
      {line.quality ? (
        <Figures quality={line.quality} ringingMs={line.ringingMs} />
      ) : (
        <EmptyState title={t('call-log.no-figures')} hint={t('call-log.no-figures-hint')} />
      )}
    </Dialog>
  )
}

function Figures({ quality, ringingMs }: { readonly quality: CallQuality; readonly ringingMs: number }) {
  const { t, language } = useWords()
  const length = useLengthWords()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const ms = (value: number | null) => (value === null ? '–' : t('call-log.ms', { ms: Math.round(value) }))
  const figures = [
    ['rang', length(ringingMs)],
    ['first-frame', ms(quality.firstFrameMs)],
    ['loss', percent.format(quality.lossShare)],
    ['concealed', percent.format(quality.concealedShare)],
    ['frozen', percent.format(quality.frozenShare)],
    ['voice', percent.format(quality.voiceShare)],
    ['round-trip', `${ms(quality.roundTripMs)} / ${ms(quality.worstRoundTripMs)}`],
    ['frame-age', ms(quality.worstFrameAgeMs)],
    ['cuts', quality.cuts === 0 ? '0' : `${quality.cuts} (${length(quality.longestCutMs)})`],
    ['restarts', String(quality.restarts)],
    ['route', quality.route ?? '–'],
  ] as const
  return (
    <dl className="call-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`call-log.figure.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
