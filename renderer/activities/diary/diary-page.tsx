import './diary.css'
import { useCallback, useEffect, useState } from 'react'
import type { DiaryPage as Page } from '#contract/diary.ts'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { call } from '../../api/house.ts'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { Editor } from './editor.tsx'
import { takeAhead } from './page-ahead.ts'
import { SharePage } from './share/share-page.tsx'

/** One page of the diary: a drawing and words, kept as they happen (D1). */
export function DiaryPage({ id }: { readonly id: Page['id'] }) {
  const [sharing, share] = useState(false)
  const toShare = useCallback(() => share(true), [])
  return (
    <ChildPage door="diary">
      <main>
        {sharing ? (
          <SharePage id={id} onBack={() => share(false)} />
        ) : (
          <Writing key={id} id={id} onShare={toShare} />
        )}
      </main>
    </ChildPage>
  )
}

function Writing({ id, onShare }: { readonly id: Page['id']; readonly onShare: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  const [opened, show] = useState(() => takeAhead(id))
  const isThere = opened !== undefined
  useEffect(() => {
    if (isThere) return undefined
    let isWanted = true
    const open = async () => {
      const answer = await call('diary.open', { page: id })
      if (isWanted) show(answer)
    }
    void open()
    return () => {
      isWanted = false
    }
  }, [id, isThere])
  if (opened?.ok) return <Editor page={opened.value} onShare={onShare} />
  if (opened)
    return (
      <div className="diary-say">
        <SayCard
          kind="error"
          title={why(opened.error)}
          hint={t('child.broken.hint')}
          action={{ label: t('child.back'), onPress: () => go('diary') }}
        />
      </div>
    )
  return <Loading label={t('child.wait')} />
}
