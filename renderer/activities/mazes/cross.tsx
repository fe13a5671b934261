import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import type { Direction } from './walker-rules.ts'
import { useMazesWords } from './words.ts'

const directions = ['up', 'left', 'right', 'down'] as const

export interface CrossProps {
  readonly who: PictureName
  readonly disabled: boolean
  readonly onStep: (direction: Direction) => void
}

/** Four arrows around the walker: a step each. */
export function Cross({ who, disabled, onStep }: CrossProps) {
  const { t } = useMazesWords()
  return (
    <div className="maze-cross" role="group" aria-label={t('cross')}>
      {directions.map((direction) => (
        <button
          key={direction}
          type="button"
          data-direction={direction}
          aria-label={t(direction)}
          disabled={disabled}
          onClick={() => onStep(direction)}
        >
          <Icon name={`arrow-${direction}`} weight="bold" />
        </button>
      ))}
      <span>
        <Picture name={who} />
      </span>
    </div>
  )
}
