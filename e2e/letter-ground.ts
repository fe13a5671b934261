import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../main/call-server/engines/ports.ts'
import { createPhones, fakeDevices, type ParentPhones } from './parent-phones.ts'
import {
  endServer,
  roomLine,
  root,
  serverProgram,
  settingsWithoutEngines,
  startServer,
} from './server-process.ts'

/** The call server as its operator starts it, without engines: messages need no telephone. And a browser for parents. */
export interface LetterGround {
  /** The line that brings a seat to the server. */
  readonly line: string
  stop(): Promise<void>
  /** Starts it again, at the same address. */
  start(): Promise<void>
  readonly phone: ParentPhones['phone']
  close(): Promise<void>
}

const isOpen = /The call server is open/

export async function layLetterGround(): Promise<LetterGround> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-letters-'))
  const settings = join(folder, 'settings.json')
  writeFileSync(settings, settingsWithoutEngines('server', await freePort(), join(root, 'out/parent')))
  const words = ['--settings', settings]
  let { server } = await startServer(words, isOpen)
  const command = [...serverProgram, ...words, '--add-room', '一号']
  const made = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const line = roomLine.exec(made.stdout)?.[0]
  if (line === undefined) throw new Error(`no room was made: ${made.stderr}`)
  const phones = createPhones(fakeDevices)
  return {
    line,
    stop: () => endServer(server),
    async start() {
      ;({ server } = await startServer(words, isOpen))
    },
    phone: phones.phone,
    async close() {
      await phones.close()
      await endServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
