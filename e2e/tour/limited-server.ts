import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PhoneCap } from '#contract/calls.ts'
import { freePorts } from '../../main/call-server/engines/ports.ts'
import { startLocalEngines } from '../../main/call-server/engines/start.ts'
import { operate } from '../../main/call-server/operator.ts'
import type { CallServerSettings } from '../../main/call-server/settings.ts'
import { startBench } from '../../main/call-server/test-bench.ts'

/** A call server with its engines, whose operator can make a limit of telephone calls short. */
export interface LimitedServer {
  /** The line that brings a seat to the server. */
  readonly line: string
  readonly trunk: number
  /** From now on this limit is met after so many minutes, and no other one before it. */
  limit(cap: PhoneCap, minutes: number): void
  close(): Promise<void>
}

/** Whence the child's window comes: of Electron, and of the preview that runs in the system's Chromium. */
const kioskOrigins = ['app://pupil', 'http://pupil.app.localhost']

const settingOf = {
  call: 'phoneCallMinutes',
  child: 'phoneChildDayMinutes',
  number: 'phoneNumberDayMinutes',
  room: 'phoneRoomDayMinutes',
} as const satisfies Record<PhoneCap, keyof CallServerSettings['limits']>

export async function startLimitedServer(): Promise<LimitedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-limits-'))
  const [port = 0, enginePort = 0, trunk = 0] = await freePorts(3)
  const url = `http://localhost:${port}`
  const secretFile = join(folder, 'credentials')
  const engines = await startLocalEngines(
    {
      state: join(folder, 'engines'),
      callServer: `http://127.0.0.1:${enginePort}`,
      origins: [url, ...kioskOrigins],
      secretFile,
      trunkPort: trunk,
    },
    () => undefined,
  )
  if (!engines.ok) throw new Error(engines.error)
  // The clock of a bench stands still: no call of the tour uses up what a later one is to meet.
  const bench = await startBench({
    public: { url, host: 'localhost', port, tls: null },
    engine: { port: enginePort },
    sip: { proxy: engines.value.proxyUrl, rpc: engines.value.rpcUrl },
    relay: { urls: engines.value.relayUrls },
    secrets: { credentials: secretFile, messages: join(folder, 'messages') },
  })
  const { limits } = bench.settings
  const usual = { ...limits }
  const made = operate(bench.settings, { does: 'add-room', of: '石城镇中心小学' })
  if (!made.ok) throw new Error(made.error)
  return {
    line: made.value,
    trunk,
    limit: (cap, minutes) => void Object.assign(limits, usual, { [settingOf[cap]]: minutes }),
    async close() {
      await bench.end()
      await engines.value.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
