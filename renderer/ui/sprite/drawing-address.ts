import type { DrawingSet } from './names.ts'

/** Where a drawing lies: in the page that brought it, otherwise in a file of its own whose address so begins. */
export function drawingAddress(set: DrawingSet, name: string, begin: string): string {
  const here = `${set}-${name}`
  return document.getElementById(here) ? `#${here}` : `${begin}${name}.svg#${name}`
}
