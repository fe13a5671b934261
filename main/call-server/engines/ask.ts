import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { setTimeout as wait } from 'node:timers/promises'
import { askRpc } from '../rpc.ts'

/** A question to an engine: whether it answers as it should, within a second. Never throws. */
export type Question = () => Promise<boolean>

const PATIENCE = 1000

/** JSON-RPC `core.version` of Kamailio. */
export const askKamailio =
  (rpc: string): Question =>
  async () => {
    try {
      const answer = await askRpc(rpc, { method: 'core.version', signal: AbortSignal.timeout(PATIENCE) })
      return answer.ok
    } catch {
      return false
    }
  }

/** A STUN binding request (RFC 8489) to coturn. */
export const askRelay =
  (address: string, port: number): Question =>
  () => {
    const transaction = randomBytes(12)
    const request = Buffer.concat([Buffer.from('000100002112a442', 'hex'), transaction])
    return askByUdp(address, port, request, (answer) => {
      const success = answer.readUInt16BE(0) === 0x0101
      return success && answer.subarray(8, 20).equals(transaction)
    })
  }

/** A ping by rtpengine's own protocol: a cookie, a space, a bencoded dictionary. */
export const askMedia =
  (port: number): Question =>
  () => {
    const cookie = randomBytes(6).toString('hex')
    const ping = Buffer.from(`${cookie} d7:command4:pinge`)
    return askByUdp('127.0.0.1', port, ping, (answer) => {
      const text = answer.toString('latin1')
      return text.startsWith(cookie) && text.includes('4:pong')
    })
  }

function askByUdp(
  address: string,
  port: number,
  message: Buffer,
  right: (answer: Buffer) => boolean,
): Promise<boolean> {
  return new Promise((done) => {
    const socket = createSocket('udp4')
    const end = (answer: boolean): void => {
      clearTimeout(patience)
      socket.close()
      done(answer)
    }
    const patience = setTimeout(end, PATIENCE, false)
    socket.once('error', () => end(false))
    socket.once('message', (answer) => end(answer.length >= 8 && right(answer)))
    socket.send(message, port, address)
  })
}

/** Asks again until yes, until `patience` milliseconds are over, or until `given` up. */
export async function askUntil(question: Question, patience: number, given: () => boolean): Promise<boolean> {
  const end = performance.now() + patience
  while (performance.now() < end && !given()) {
    if (await question()) return true
    await wait(50)
  }
  return false
}
