import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** A lock and a shield. */
export function StayingSafeArt() {
  return (
    <>
      <Picture name="shield" />
      <Picture name="locked" />
    </>
  )
}

const stamps: Readonly<Record<string, PictureName>> = {
  fright: 'ghost',
  stranger: 'stranger',
  password: 'locked',
}

/** What the child is safe from. */
export function StayingSafeStamp({ stamp }: { readonly stamp: string }) {
  return <Picture name={stamps[stamp] ?? 'shield'} />
}
