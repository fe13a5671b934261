// Runs inside the namespace of the engines (`ip netns exec`): starts them as they stand outside, with a stand-in of the call
// server beside them, and answers its parent's questions.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkEngines } from '../../../main/call-server/engines/generate.ts'
import { makeSecret } from '../../../main/call-server/engines/secret.ts'
import { startEngines } from '../../../main/call-server/engines/start.ts'
import { startAllowService } from '../allow-service.ts'
import type { CoreAnswer, CoreOrder, CoreQuestion } from './core-words.ts'

const order = JSON.parse(process.argv[2] ?? '') as CoreOrder
const tell = (answer: CoreAnswer): void => void process.send?.(answer)

const allow = await startAllowService()
for (const pair of order.allowed) allow.allowed.add(pair)
const secretFile = join(order.folder, 'secret')
makeSecret(secretFile)
const checked = checkEngines({
  domain: order.domain,
  secretFile,
  callServer: allow.url,
  tls: order.tls,
  address: order.address,
  origins: [order.origin],
  // A network with one open port leaves 443 alone, so the proxy and the relay both have it.
  proxy: { port: 443 },
  relay: { address: order.relayAddress, tlsPort: 443 },
  media: {},
  trunk: { addresses: [order.address], port: 5090, listenPort: 5070, callerId: '+861000000000' },
})
if (!checked.ok) throw new Error(checked.error)
const log = (line: string): void => {
  if (process.env['CALLS_LOG']) process.stderr.write(`${line}\n`)
}
const started = await startEngines(checked.value, order.folder, log)
if (!started.ok) throw new Error(started.error)
const engines = started.value

process.on('message', (question: CoreQuestion) => {
  if (question === 'pids') tell({ pids: engines.pids() })
  if (question === 'missed') tell({ missed: allow.missed })
  if (question === 'stop') void stop()
})
process.on('disconnect', () => void stop())
async function stop(): Promise<void> {
  await engines.stop()
  await allow.stop()
  process.exit(0)
}

tell({
  proxyUrl: engines.proxyUrl,
  relayUrls: engines.relayUrls,
  secret: readFileSync(secretFile, 'utf8').trim(),
})
