import { VOICE_SENTENCE } from '#contract/voice-said.ts'
import type { VoiceState } from '#contract/voice.ts'
import { Button, Picture } from '#ui/staff.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'
import { useVoiceTrial, type VoiceJudge } from './use-voice-trial.ts'

interface VoiceCheckProps {
  readonly judge: VoiceJudge
  /** Somebody may listen without being asked. */
  readonly mayJudge?: boolean
}

const tones = { none: 'care', wrong: 'care', unheard: 'note', right: 'good' } as const
const chips = { none: 'none', wrong: 'is-wrong', unheard: 'unheard', right: 'is-right' } as const

/** No machine can tell whether a voice speaks Chinese: somebody listens to a sentence and says so. */
export function VoiceCheck({ judge, mayJudge = true }: VoiceCheckProps) {
  const { t } = useWords()
  const trial = useVoiceTrial(judge)
  const { standing } = trial
  const silent = standing?.is === 'none' || standing?.is === 'wrong'
  return (
    <CheckCard
      title={t('voice-check.title')}
      icon="speaker-high"
      className="voice-check"
      state={standing && { tone: tones[standing.is], words: t(`voice-check.${chips[standing.is]}`) }}
      picture={
        <>
          <Picture name="headphone" />
          <div className="voice-check-words">
            {standing?.voice && <p>{t('voice-check.sentence', { sentence: VOICE_SENTENCE })}</p>}
            {silent && <SilentWords />}
            {standing && <LastHeard last={standing.last} />}
            {trial.refusal && <p role="alert">{refusalWords(t, trial.refusal)}</p>}
          </div>
        </>
      }
      actions={
        <>
          {standing?.voice && (
            <Button label={t('voice-check.hear')} icon="play" busy={trial.busy} onPress={trial.hear} />
          )}
          {trial.played && mayJudge && (
            <>
              <span>{t('voice-check.question')}</span>
              <Button label={t('voice-check.clear')} icon="check" onPress={() => trial.judge(true)} />
              <Button label={t('voice-check.wrong')} icon="x" onPress={() => trial.judge(false)} />
            </>
          )}
          {silent && (
            <Button label={t('setup.look-again')} look="ghost" icon="arrow-clockwise" onPress={trial.again} />
          )}
        </>
      }
    />
  )
}

/** What happens without a voice, and how to get one. */
function SilentWords() {
  const { t } = useWords()
  return (
    <>
      <p>{t('voice-check.silent')}</p>
      <p>
        <b>{t('voice-check.get')}</b>
        <br />
        {t('voice-check.debian')}
        <br />
        {t('voice-check.windows')}
      </p>
    </>
  )
}

function LastHeard({ last }: { readonly last: VoiceState['heard'] }) {
  const { t, language } = useWords()
  if (!last) return <p className="soft">{t('voice-check.never')}</p>
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const when = last.at === null ? t('voice-check.no-time') : day.format(last.at)
  const words = last.right ? 'voice-check.last-right' : 'voice-check.last-wrong'
  return <p className="soft">{t(words, { when, voice: last.voice })}</p>
}
