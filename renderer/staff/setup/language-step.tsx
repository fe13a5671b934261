import type { ReactNode } from 'react'
import { Button, Icon, Notice, Picture, SetupPage } from '#ui/staff.ts'
import { languages } from '#contract/languages.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { showLanguage } from '../words.ts'
import type { SetupStepProps } from './setup-answers.ts'

/** Each language calls itself by its own name, whatever is chosen. */
const names = { 'zh-CN': '中文', en: 'English' } as const

/** The first page: which language, and whether to look around first. */
export function LanguageStep({
  next,
  frame,
  restore,
  card,
}: SetupStepProps & { readonly restore: () => void; readonly card: ReactNode }) {
  const { t, language, words } = useWords()
  const example = useDo('setup.openExample')
  const why = useAnswer('setup.state', undefined).value?.emptyBecause
  return (
    <SetupPage
      {...frame}
      title={t('setup.welcome')}
      sub={t('setup.welcome-sub')}
      footer={
        <Button
          label={t('setup.begin')}
          look="main"
          large
          icon="arrow-right"
          iconLast
          className="end"
          onPress={next}
        />
      }
    >
      {card}
      {why && <Notice tone="bad" title={t(`notice.${why}`)} />}
      <div className="setup-languages" role="group" aria-label={t('setup.step.language')}>
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === language}
            onClick={() => void showLanguage(words, one)}
          >
            {names[one]}
            {one === language && <Icon name="check" weight="bold" />}
          </button>
        ))}
      </div>
      <div className="setup-ways">
        <button type="button" className="setup-way" disabled={example.busy} onClick={() => example.go()}>
          <Picture name="house-garden" />
          <b>{t('setup.example')}</b>
          <span>{example.busy ? t('setup.example-busy') : t('setup.example-hint')}</span>
        </button>
        <button type="button" className="setup-way" disabled={example.busy} onClick={next}>
          <Picture name="desktop" />
          <b>{t('setup.real')}</b>
          <span>{t('setup.real-hint')}</span>
        </button>
      </div>
      <button type="button" className="setup-restore" disabled={example.busy} onClick={restore}>
        <Icon name="arrow-counter-clockwise" weight="regular" />
        <b>{t('backups.restore')}</b>
        <span>{t('backups.restore-hint')}</span>
      </button>
      {example.refusal && <Notice tone="bad" title={refusalWords(t, example.refusal)} />}
    </SetupPage>
  )
}
