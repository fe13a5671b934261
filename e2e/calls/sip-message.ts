/** A SIP message, taken apart just as far as the tests look. */
export interface SipMessage {
  /** 0 for a request. */
  readonly code: number
  /** Empty for a reply. */
  readonly method: string
  readonly target: string
  readonly start: string
  /** All values of a header, by its long name in lower case, in order. */
  all(name: string): string[]
  /** The first value, or ''. */
  one(name: string): string
  readonly body: string
  readonly text: string
}

export function parseSip(text: string): SipMessage {
  const end = text.indexOf('\r\n\r\n')
  const [start = '', ...lines] = text.slice(0, end < 0 ? undefined : end).split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  const code = Number(/^SIP\/2\.0 (\d{3})/.exec(start)?.[1] ?? 0)
  const [method = '', target = ''] = code ? [] : start.split(' ')
  const all = (name: string): string[] => headers.filter(([one]) => one === name).map(([, value]) => value)
  return {
    code,
    method,
    target,
    start,
    all,
    one: (name) => all(name)[0] ?? '',
    body: end < 0 ? '' : text.slice(end + 4),
    text,
  }
}

export const tagOf = (header: string): string => /;tag=([^;\s]+)/.exec(header)?.[1] ?? ''
export const branchOf = (via: string): string => /branch=([^;,\s]+)/.exec(via)?.[1] ?? ''
export const uriOf = (header: string): string => /<([^>]+)>/.exec(header)?.[1] ?? header

/** Lines and a body as they go over the wire, with the length. */
export const writeSip = (lines: readonly string[], body = ''): string =>
  [
    ...lines,
    ...(body ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')

/** What a browser offers for a voice call, shortened. */
export const browserSound = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 40000 UDP/TLS/RTP/SAVPF 111 126',
  'c=IN IP4 127.0.0.1',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2122260223 127.0.0.1 40000 typ host',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:126 telephone-event/8000',
  '',
].join('\r\n')
