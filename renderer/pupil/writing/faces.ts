/**
 * One character of each range of the child's face that holds common characters and is not fetched with the page (`firstPage`). The
 * face comes in ranges; the first that is shown of one has the whole page laid out twice, at the moment when a key was pressed.
 */
export const ofEachRange = '鸟瓜虫钉晴躲饿禾矮瞧旱'

/** Fetches what candidates are written in, ahead: the first of them stands in bold. A face that does not come is drawn in another. */
export function fetchFaces(): void {
  for (const weight of [400, 700])
    document.fonts.load(`${weight} 1em 'LXGW WenKai'`, ofEachRange).catch(() => undefined)
}
