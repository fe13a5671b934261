import type { Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pass } from 'node:timers/promises'
import { hostBinary } from '../host-binary.ts'
import { isAddressOf } from '../launch.ts'
import { patience } from '../patience.ts'
import { killAll, processTree } from '../process-tree.ts'
import type { Place } from './window-rows.ts'

/** The children's window without Playwright: scripts run in it, and nothing else is listened to. */
export interface BarePage extends Pick<Page, 'evaluate'> {
  readonly pid: number
  readonly collectGarbage: () => Promise<void>
  readonly end: () => void
}

interface Reply {
  readonly id?: number
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown }
  readonly error?: unknown
}

const root = resolve(import.meta.dirname, '../..')

/**
 * Opens the app for measuring its memory. Playwright listens to the network, and for that Chromium keeps the last 100 MB that a
 * page has fetched: measured through it, every file that an exercise reads seems to stay in memory.
 */
export async function openBarePage({ room, display }: Place): Promise<BarePage> {
  // As Playwright starts it: the build machines' user has no sandbox.
  const args = [root, `--user-data-dir=${room}`, '--no-sandbox', '--remote-debugging-port=0']
  const child = spawn(hostBinary().path, args, {
    cwd: root,
    env: { ...process.env, DISPLAY: display, HOST_SCREENS: '1366x768', NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const pid = child.pid ?? 0
  const end = () => killAll(processTree(pid))
  try {
    const send = await talkTo(await pupilSocket(await debuggerOf(child)))
    const evaluate = async (work: unknown, given?: unknown): Promise<unknown> => {
      const expression = `(${String(work)})(${literal(given)})`
      const params = { expression, awaitPromise: true, returnByValue: true }
      const { result, error } = await send('Runtime.evaluate', params)
      if (error !== undefined || result?.exceptionDetails !== undefined)
        throw new Error(JSON.stringify(error ?? result?.exceptionDetails))
      return result?.result?.value
    }
    const facesShow = async (): Promise<unknown> => {
      const { result } = await send('Runtime.evaluate', { expression: "!!document.querySelector('.tile')" })
      return result?.result?.value
    }
    while ((await facesShow()) !== true) await pass(100)
    const collectGarbage = async () => void (await send('HeapProfiler.collectGarbage'))
    return { pid, evaluate: evaluate as Page['evaluate'], collectGarbage, end }
  } catch (error) {
    end()
    throw error
  }
}

/** As it is written in a script: what is not given stays so, also in a list. */
const literal = (given: unknown): string =>
  Array.isArray(given) ? `[${given.map(literal).join()}]` : (JSON.stringify(given) ?? 'undefined')

/** Where the program listens, as it says itself. */
const debuggerOf = ({ stderr }: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    setTimeout(() => fail(new Error('no debugging port')), patience).unref()
    if (!stderr) return
    createInterface({ input: stderr }).on('line', (line) => {
      const host = /^DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1]
      if (host) done(host)
    })
  })

/** The children's window, as soon as there is one. */
async function pupilSocket(host: string): Promise<WebSocket> {
  for (;;) {
    const list = await (await fetch(`http://${host}/json/list`)).json()
    const pages = list as readonly { readonly url: string; readonly webSocketDebuggerUrl: string }[]
    const pupil = pages.find(({ url }) => isAddressOf('pupil', url))
    if (pupil) return new WebSocket(pupil.webSocketDebuggerUrl)
    await pass(100)
  }
}

async function talkTo(socket: WebSocket) {
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true })
    socket.addEventListener('error', fail, { once: true })
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply
    if (reply.id === undefined) return
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  let sent = 0
  return (method: string, params: object = {}): Promise<Reply> =>
    new Promise((done) => {
      sent += 1
      waiting.set(sent, done)
      socket.send(JSON.stringify({ id: sent, method, params }))
    })
}
