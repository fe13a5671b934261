import { Loading } from '#ui/child/say.tsx'
import { useWords } from '../i18n/use-words.tsx'

/** A page that is on its way. */
export function Blank() {
  const { t } = useWords()
  return (
    <div className="child">
      <span />
      <main>
        <Loading label={t('child.wait')} />
      </main>
    </div>
  )
}
