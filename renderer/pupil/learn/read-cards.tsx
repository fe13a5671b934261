import { Icon } from '#ui/icon.tsx'

interface ReadCardsProps {
  /** “read to me: …” */
  readonly label: string
  readonly reading: boolean
  readonly onPress: () => void
}

/** The speaker of a shelf: reads its cards one by one. */
export function ReadCards({ label, reading, onPress }: ReadCardsProps) {
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
