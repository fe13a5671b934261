import './sheets.css'
import { useState, type CSSProperties } from 'react'
import type { PaperName } from '#contract/diary.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useSpeech } from '#ui/speech.ts'
import { SheetPrint } from '../../paper/sheet-print.tsx'
import { useWords } from '../../i18n/use-words.tsx'

export const paperNames = [
  'both',
  'picture',
  'words',
  'comic',
  'letter',
  'growing',
] as const satisfies PaperName[]

export interface PaperChoiceProps {
  readonly onChoose: (paper: PaperName) => void
  readonly onBack: () => void
  readonly backLabel: string
  readonly busy?: boolean
}

/** Which paper: six that a child can tell apart by looking. */
export function PaperChoice({ onChoose, onBack, backLabel, busy = false }: PaperChoiceProps) {
  const { t } = useWords()
  const speaker = useSpeech()
  const [paper, setPaper] = useState<PaperName>('both')
  const title = t('diary.papers.title')
  return (
    <section className="paper-choice">
      <div className="line">
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={title} label={t('child.read', { text: title })} />
      </div>
      <div className="paper-cards" role="group" aria-label={title}>
        {paperNames.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={paper === one}
            onClick={() => {
              setPaper(one)
              speaker.speak(t(`diary.papers.${one}`))
            }}
          >
            <span className="paper-sheet" style={{ '--u': 'var(--card-u)' } as CSSProperties}>
              <SheetPrint paper={one} />
            </span>
            <SpokenText pinyin={false}>{t(`diary.papers.${one}`)}</SpokenText>
          </button>
        ))}
      </div>
      <div className="line paper-deeds">
        <Pill icon="arrow-left" weight="bold" label={backLabel} onPress={onBack} />
        <GoButton
          label={t('diary.papers.begin')}
          icon="pencil-simple"
          busy={busy}
          busyLabel={t('child.wait')}
          onPress={() => onChoose(paper)}
        />
      </div>
    </section>
  )
}
