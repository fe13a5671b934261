import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proxyOrigin, readProvisioningLine } from './provisioning-line-rules.ts'

const room = '01890a5d-ac96-774b-bcce-b302099a8057'

const line = (host: string) => readProvisioningLine(`http://${host}/#room=${room}&code=ABCD-EFGH-JKLM`)

describe('a provisioning line', () => {
  it('is read wherever it stands, whatever its case', () => {
    const read = { ok: true, value: { origin: 'https://calls.example', room, code: 'ABCD-EFGH-JKLM' } }
    expect(readProvisioningLine(`https://calls.example/#room=${room}&code=ABCD-EFGH-JKLM`)).toEqual(read)
    expect(
      readProvisioningLine(`这是：\n https://calls.example/#room=${room}&code=abcd-efgh-jklm  \n`),
    ).toEqual(read)
  })

  it('goes over http only on this machine', () => {
    for (const host of ['localhost:8480', '127.0.0.1:1', '[::1]:2']) expect(line(host).ok).toBe(true)
    for (const host of ['calls.example', 'localhost.evil', '127.0.0.1.evil', '10.0.0.1'])
      expect(line(host)).toEqual({ ok: false, error: 'call-server-insecure' })
    expect(line('me:secret@localhost')).toEqual({ ok: false, error: 'line-unreadable' })
  })

  it('is refused without a throw, whatever is pasted', () => {
    fc.assert(fc.property(fc.string(), (text) => !readProvisioningLine(text).ok))
    fc.assert(fc.property(fc.string(), (text) => !readProvisioningLine(`https://${text}`).ok))
  })
})

describe('the proxy’s origin', () => {
  it('is one origin and nothing that could widen a policy', () => {
    expect(proxyOrigin('wss://calls.example/sip')).toBe('wss://calls.example')
    expect(proxyOrigin('wss://calls.example:8443')).toBe('wss://calls.example:8443')
    expect(proxyOrigin('ws://127.0.0.1:8088')).toBe('ws://127.0.0.1:8088')
    for (const bad of [
      'ws://calls.example',
      'https://calls.example',
      'wss://*',
      "wss://a; script-src 'self'",
      '',
    ])
      expect(proxyOrigin(bad)).toBeNull()
  })
})
