import './pens.css'
import type { Tool } from '#contract/diary.ts'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../i18n/use-words.tsx'

const pens = [
  { pen: 'pen', picture: 'crayon' },
  { pen: 'brush', picture: 'paintbrush' },
  { pen: 'rubber', picture: 'sponge' },
] as const

/** What to draw with: crayon, brush, rubber. */
export function Pens({ pen, onPen }: { readonly pen: Tool; readonly onPen: (pen: Tool) => void }) {
  const { t } = useWords()
  return (
    <div className="pens" role="group" aria-label={t('diary.pens')}>
      {pens.map(({ pen: one, picture }) => (
        <button key={one} type="button" aria-pressed={pen === one} onClick={() => onPen(one)}>
          <Picture name={picture} />
          {t(`diary.${one}`)}
        </button>
      ))}
    </div>
  )
}
