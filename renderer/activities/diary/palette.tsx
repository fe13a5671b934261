import './pens.css'
import type { CSSProperties } from 'react'
import type { Tool } from '#contract/diary.ts'
import { Icon } from '#ui/icon.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { WordKey } from '../../i18n/words.ts'
import type { SizeName } from './pen-rules.ts'

export interface PaletteProps {
  readonly tool: Tool
  readonly colour: number
  readonly size: SizeName
  readonly onColour: (colour: number) => void
  readonly onSize: (size: SizeName) => void
}

const dots: Readonly<Record<SizeName, number>> = { thin: 10, middle: 20, thick: 34 }

/** Twelve paints and three widths. */
export function Palette({ tool, colour, size, onColour, onSize }: PaletteProps) {
  const { t } = useWords()
  return (
    <>
      <div className="paints" role="group" aria-label={t('diary.colours')}>
        {Array.from({ length: 12 }, (_, index) => {
          const chosen = index === colour && tool !== 'rubber'
          return (
            <button
              key={`paint-${index}`}
              type="button"
              aria-label={t(`diary.colour.${index}` as WordKey)}
              aria-pressed={chosen}
              style={{ '--paint': `var(--paint-${index})` } as CSSProperties}
              onClick={() => onColour(index)}
            >
              {chosen && <Icon name="check" />}
            </button>
          )
        })}
      </div>
      <div className="widths" role="group" aria-label={t('diary.sizes')}>
        {(['thin', 'middle', 'thick'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-label={t(`diary.size.${one}`)}
            aria-pressed={one === size}
            onClick={() => onSize(one)}
          >
            <i style={{ width: dots[one], height: dots[one] }} />
          </button>
        ))}
      </div>
    </>
  )
}
