import { Icon } from '#ui/icon.tsx'
import { useMute } from '#ui/speech.ts'

interface ReadCardsProps {
  /** “read to me: …” */
  readonly label: string
  readonly reading: boolean
  readonly onPress: () => void
}

/** The speaker of a shelf or of a story: reads its parts one by one. */
export function ReadCards({ label, reading, onPress }: ReadCardsProps) {
  if (useMute()) return null
  return (
    <button
      type="button"
      className={reading ? 'speak is-saying' : 'speak'}
      aria-label={label}
      aria-pressed={reading}
      onClick={onPress}
    >
      <Icon name="speaker-high" weight="fill" />
    </button>
  )
}
