import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { domain, people } from '../call-house.ts'
import { openCallBrowser, type CallBrowser } from '../client/pages.ts'
import { layNetwork, type Link, type Network } from '../network.ts'
import type { CoreAnswer, CoreOrder, CoreQuestion, CoreStart } from './core-words.ts'

/** A school and a parent far from each other, the engines between them, and a browser at either end with a tone of its own. */
export interface HouseApart {
  readonly network: Network
  readonly usualLink: Link
  /** 440 Hz is said here. */
  readonly school: CallBrowser
  /** 660 Hz is said here. */
  readonly parent: CallBrowser
  pids(): Promise<Readonly<Record<string, number | undefined>>>
  missed(): Promise<readonly string[]>
  /** A page of the child and one of the mother, both on the line. */
  both(): Promise<[Page, Page]>
  close(): Promise<void>
}

const program = fileURLToPath(new URL('core.ts', import.meta.url))
const origin = 'https://calls.school.example'
export const tones = { school: 440, parent: 660 } as const

/** A good link of the country: 20 ms there and back. */
const usualLink: Required<Link> = { delay: 10, jitter: 0, loss: 0, rate: 0, cut: false, open: 'all' }

export async function openHouseApart(mark: string): Promise<HouseApart> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-apart-'))
  const network = await layNetwork(mark)
  await Promise.all([network.setSchool(usualLink), network.setParent(usualLink)])
  const core = await startCore(network, {
    folder,
    domain,
    origin,
    address: network.address,
    relayAddress: network.secondAddress,
    tls: certificateIn(folder),
    allowed: [
      `${people.child}>${people.mother}`,
      `${people.mother}>${people.child}`,
      `${people.child}>${people.number}`,
    ],
  })
  const door = { ...core.start, domain, origin }
  const [school, parent] = await Promise.all([
    openCallBrowser(door, { hz: tones.school, namespace: network.school }),
    openCallBrowser(door, { hz: tones.parent, namespace: network.parent }),
  ])
  return {
    network,
    usualLink,
    school,
    parent,
    pids: async () => ((await core.ask('pids')) as { pids: Record<string, number | undefined> }).pids,
    missed: async () => ((await core.ask('missed')) as { missed: string[] }).missed,
    both: () =>
      Promise.all([school.open(people.child, 'role=kiosk'), parent.open(people.mother, 'role=parent')]),
    async close() {
      await Promise.all([school.close(), parent.close()])
      await core.stop()
      await network.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startCore(
  network: Network,
  order: CoreOrder,
): Promise<{ start: CoreStart; ask(question: CoreQuestion): Promise<CoreAnswer>; stop(): Promise<void> }> {
  const command = ['netns', 'exec', network.core, process.execPath, program, JSON.stringify(order)]
  const child = spawn('ip', command, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const gone = once(child, 'exit')
  const answer = async (): Promise<CoreAnswer> => {
    const [told] = await Promise.race([
      once(child, 'message'),
      gone.then(() => Promise.reject(new Error('The engines did not start'))),
    ])
    return told as CoreAnswer
  }
  const start = (await answer()) as CoreStart
  return {
    start,
    ask(question) {
      child.send(question)
      return answer()
    },
    async stop() {
      child.send('stop')
      await gone
    },
  }
}

function certificateIn(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const files = ['-subj', '/CN=calls.school.example', '-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', ...curve, ...files], { stdio: 'ignore' })
  return { certificate, key }
}
