import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How the telephone company of a scenario behaves: an answer, ringing without end, or silence. */
export type Behaviour = { readonly code: number; readonly reason: string } | 'rings' | 'silent'

const answerOf = (code: number, reason: string): string => `<send><![CDATA[
SIP/2.0 ${code} ${reason}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]sipp[call_number]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>`

// Answers the INVITE, of which the CANCEL has but the first Via and not the number: it was the second of its call, the
// first was challenged.
const cancelled = answerOf(487, 'Request Terminated')
  .replace('[last_CSeq:]', 'CSeq: 2 INVITE')
  .replace('[last_Via:]', 'Via:[$1]\nVia:[$2]')
const via = (nth: number): string =>
  `<ereg regexp=".*" search_in="hdr" header="Via:" occurrence="${nth}" assign_to="${nth}"/>`

function scenario(behaviour: Behaviour): string {
  const body =
    behaviour === 'silent'
      ? '<pause milliseconds="60000"/>'
      : behaviour === 'rings'
        ? `${answerOf(180, 'Ringing')}<recv request="CANCEL"/>${answerOf(200, 'OK')}${cancelled}<recv request="ACK"/>`
        : `${answerOf(behaviour.code, behaviour.reason)}<recv request="ACK"/>`
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="telephone"><recv request="INVITE"><action>${via(1)}${via(2)}</action></recv>
${body}<Reference variables="1,2"/></scenario>`
}

/** Runs sipp as the telephone company on a port of loopback; resolves once it listens. Ends it with `stop`. */
export async function startTelephone(port: number, behaviour: Behaviour): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-sipp-'))
  const file = join(folder, 'scenario.xml')
  writeFileSync(file, scenario(behaviour))
  const child = spawn(
    'sipp',
    ['-sf', file, '-i', '127.0.0.1', '-p', String(port), '-nostdin', '-skip_rlimit'],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  while (await isFree(port)) {
    if (child.exitCode !== null) throw new Error(`sipp ended with ${child.exitCode}`)
    await wait(20)
  }
  return {
    async stop() {
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createSocket('udp4')
    socket.once('error', () => done(false))
    socket.bind(port, '127.0.0.1', () => socket.close(() => done(true)))
  })
