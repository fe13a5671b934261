import './sheets.css'
import '../../paper/paper.css'
import { useState } from 'react'
import type { DiaryPage, PaperName } from '#contract/diary.ts'
import { call } from '../../api/house.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { IdeaCard } from './ideas/idea-card.tsx'
import { newId } from './new-id.ts'
import { openAhead } from './page-ahead.ts'
import { PaperChoice } from './paper-choice.tsx'

/** A fresh page: an idea for today, to be left alone, and which paper. */
export function BeginPage({ page, onBack }: { readonly page: DiaryPage; readonly onBack: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const [busy, setBusy] = useState(false)
  const begin = async (paper: PaperName) => {
    setBusy(true)
    // The paper that a page has anyway is no step: then there is nothing to take back.
    if (paper !== 'both')
      await call('diary.put', { page: page.id, step: { id: newId(), kind: 'sheet', sheet: 0, paper } })
    await openAhead(page.id)
    go('diary-page', page.id)
  }
  return (
    <main className="begin-page">
      <IdeaCard page={page} look="card" />
      <PaperChoice
        backLabel={t('diary.papers.back')}
        busy={busy}
        onBack={onBack}
        onChoose={(paper) => void begin(paper)}
      />
    </main>
  )
}
