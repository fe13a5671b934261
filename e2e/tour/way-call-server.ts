import type { Page } from '@playwright/test'
import { freePort } from '../../main/call-server/engines/ports.ts'
import { operate } from '../../main/call-server/operator.ts'
import { startBench } from '../../main/call-server/test-bench.ts'
import type { Camera } from './camera.ts'
import { inviting } from './way-contacts.ts'
import { press, turnTo } from './visit.ts'

/** Joining a call server and leaving it, with a server that is really there. */
export async function callServer(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  const port = await freePort()
  const bench = await startBench({
    public: { url: `http://localhost:${port}`, host: 'localhost', port, tls: null },
  })
  let ended = false
  try {
    const made = operate(bench.settings, { does: 'add-room', of: '石城镇中心小学' })
    if (!made.ok) throw new Error(made.error)
    await turnTo(staff, camera, 'settings')
    const panel = staff.locator('.call-server')
    const line = panel.getByLabel(say('call-server.line'))
    await line.waitFor()
    await panel.scrollIntoViewIfNeeded()
    await shot(staff, 'call-server-none')
    await line.fill('https://calls.example/')
    await press(staff, say('call-server.join'))
    await panel.locator('.notice').waitFor()
    await shot(staff, 'call-server-refused')
    await line.fill(made.value)
    await press(staff, say('call-server.join'))
    await panel.getByText(say('call-server.state-of.open')).waitFor()
    await panel.scrollIntoViewIfNeeded()
    await shot(staff, 'call-server-joined')
    await camera.stretch('inviting', () => inviting(camera, staff, bench))
    await turnTo(staff, camera, 'settings')
    await panel.waitFor()
    await press(staff, say('call-server.leave'))
    await staff.getByRole('alertdialog').waitFor()
    await shot(staff, 'call-server-leave')
    await press(staff, say('children.cancel'))
    await bench.end()
    ended = true
    // The panel asks each quarter of a minute.
    await panel.getByText(say('refusal.call-server-away')).waitFor()
    await panel.scrollIntoViewIfNeeded()
    await shot(staff, 'call-server-away')
  } finally {
    if (!ended) await bench.end()
  }
}
