import { useState } from 'react'
import { Pill } from '#ui/child/buttons.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useGo } from '../../pupil/session/session.tsx'
import type { Finished } from './finished.ts'

/** Activities whose round makes a picture that a child may want to keep. */
const pictured: ReadonlySet<string> = new Set(['sums', 'characters'])

type Now = 'ready' | 'busy' | 'full' | 'failed' | { readonly page: string }

/** “Into my diary”: the child's own act; then the way to the page where it lies. */
export function IntoDiary({
  activity,
  finished,
}: {
  readonly activity: string
  readonly finished: readonly Finished[]
}) {
  const { t } = useShelfWords()
  const go = useGo()
  const [now, setNow] = useState<Now>('ready')
  if (!pictured.has(activity) || finished.length === 0) return null
  const paste = async () => {
    setNow('busy')
    try {
      const { pasteFinished } = await import('../diary/paste/paste.ts')
      setNow(await pasteFinished(activity, finished))
    } catch {
      // The script could not be fetched: a disk that is ill. A tap tries again.
      setNow('failed')
    }
  }
  if (typeof now === 'object')
    return (
      <Pill
        picture="book"
        label={`${t('frame.end.pasted')} ${t('frame.end.look')}`}
        onPress={() => go('diary-page', now.page)}
      />
    )
  const label = now === 'full' ? 'paste-full' : now === 'failed' ? 'paste-failed' : 'paste'
  return (
    <Pill
      picture="book"
      label={t(`frame.end.${label}`)}
      disabled={now === 'busy' || now === 'full'}
      onPress={() => void paste()}
    />
  )
}
