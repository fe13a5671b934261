import './diary.css'
import { useState } from 'react'
import type { DiaryPage as Page } from '#contract/diary.ts'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { useAnswer } from '../../api/query.tsx'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { Editor } from './editor.tsx'
import { SharePage } from './share/share-page.tsx'

/** One page of the diary: a drawing and words, kept as they happen (D1). */
export function DiaryPage({ id }: { readonly id: Page['id'] }) {
  const [sharing, share] = useState(false)
  return (
    <ChildPage door="diary">
      <main>
        {sharing ? (
          <SharePage id={id} onBack={() => share(false)} />
        ) : (
          <Writing id={id} onShare={() => share(true)} />
        )}
      </main>
    </ChildPage>
  )
}

function Writing({ id, onShare }: { readonly id: Page['id']; readonly onShare: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  const page = useAnswer('diary.open', { page: id }, { fresh: true })
  if (page.value) return <Editor page={page.value} onShare={onShare} />
  if (page.refusal)
    return (
      <div className="diary-say">
        <SayCard
          kind="error"
          title={why(page.refusal)}
          hint={t('child.broken.hint')}
          action={{ label: t('child.back'), onPress: () => go('diary') }}
        />
      </div>
    )
  return <Loading label={t('child.wait')} />
}
