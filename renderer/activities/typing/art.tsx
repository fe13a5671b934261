import { Icon } from '#ui/icon.tsx'

/** A key, and a keyboard. */
export function TypingArt() {
  return (
    <>
      <span className="glyph is-learn">a</span>
      <Icon name="keyboard" weight="fill" />
    </>
  )
}
