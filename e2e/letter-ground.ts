import { join } from 'node:path'
import { createPhones, fakeDevices, type ParentPhones } from './parent-phones.ts'
import { root, serverWithoutEngines } from './server-process.ts'

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

export async function layLetterGround(): Promise<LetterGround> {
  const server = await serverWithoutEngines(join(root, 'out/parent'))
  await server.start()
  const line = server.addRoom()
  const phones = createPhones(fakeDevices)
  return {
    line,
    stop: () => server.stop(),
    start: () => server.start(),
    phone: phones.phone,
    async close() {
      await phones.close()
      await server.close()
    },
  }
}
