import type { CDPSession } from '@playwright/test'

type Spot = readonly [x: number, y: number]

/** Presses at the first of these, moves over the others, and lets go. Playwright's own mouse runs a script in the page for each move, which a slowed page shows as a long frame. */
export async function drag(session: CDPSession, spots: readonly Spot[]): Promise<void> {
  const send = (type: string, [x, y]: Spot, buttons: number) =>
    session.send('Input.dispatchMouseEvent', {
      type: type as 'mouseMoved',
      x,
      y,
      buttons,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      clickCount: type === 'mouseMoved' ? 0 : 1,
    })
  const [first, ...rest] = spots
  const last = rest.at(-1) ?? first
  if (!first || !last) return
  await send('mouseMoved', first, 0)
  await send('mousePressed', first, 1)
  for (const spot of rest) await send('mouseMoved', spot, 1)
  await send('mouseReleased', last, 0)
}

/** A tap at the middle of a box. */
export const tapOn = (
  session: CDPSession,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<void> => drag(session, [[x + width / 2, y + height / 2]])
