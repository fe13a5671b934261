import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTE_TYPE, readNote } from './notes.ts'
import { hasPicture, preferCodec } from './sdp.ts'
import { isProbeAnswer, probeText } from './sip-probe.ts'

const offer = [
  'v=0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 96',
  'a=rtpmap:111 opus/48000/2',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=rtpmap:102 H264/90000',
  'a=rtpmap:103 rtx/90000',
  '',
].join('\r\n')

describe('the offer', () => {
  it('puts H264 first, keeps VP8, and leaves the sound alone', () => {
    expect(preferCodec(offer, 'H264')).toBe(offer.replace('96 97 102 103', '102 96 97 103'))
  })
  it('is not changed for a codec that it does not have', () => expect(preferCodec(offer, 'AV1')).toBe(offer))
  it('knows a telephone by its missing picture', () => {
    expect(hasPicture(offer)).toBe(true)
    expect(hasPicture(offer.replace('m=video 9', 'm=video 0'))).toBe(false)
    expect(hasPicture('m=audio 9 RTP/SAVPF 111\r\n')).toBe(false)
  })
})

describe('the probe', () => {
  it('is answered by its own answer only', () => {
    expect(probeText('kabc', 'calls.example', 'x1')).toContain('\r\nCall-ID: probex1\r\n')
    expect(isProbeAnswer('SIP/2.0 200 OK\r\nCall-ID: probex1\r\n\r\n')).toBe(true)
    expect(isProbeAnswer('SIP/2.0 200 OK\r\nCall-ID: other\r\n\r\n')).toBe(false)
    expect(isProbeAnswer('BYE sip:a SIP/2.0\r\nCall-ID: probex1\r\n\r\n')).toBe(false)
  })
})

describe('a note from the other end', () => {
  it('is read when it is one', () =>
    expect(readNote(NOTE_TYPE, '{"picture":"resting","wantsPicture":false,"more":1}')).toEqual({
      picture: 'resting',
      wantsPicture: false,
    }))
  it('never throws, whatever a page that somebody edited sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const note = readNote(NOTE_TYPE, body)
        if (note?.picture !== undefined) expect(['on', 'resting', 'off']).toContain(note.picture)
      }),
    )
    expect(readNote('text/plain', '{"restart":true}')).toBeNull()
  })
})
