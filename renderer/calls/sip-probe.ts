/** A question to the proxy that any answer answers; it belongs to no dialog and to no transaction of JsSIP. */
export function probeText(user: string, domain: string, mark: string): string {
  return [
    `OPTIONS sip:${domain} SIP/2.0`,
    `Via: SIP/2.0/WSS probe.invalid;branch=z9hG4bK${mark}`,
    'Max-Forwards: 5',
    `From: <sip:${user}@${domain}>;tag=${mark}`,
    `To: <sip:${domain}>`,
    `Call-ID: probe${mark}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n')
}

/** Whether a message is the answer to a probe, which JsSIP knows nothing of. */
export const isProbeAnswer = (message: string): boolean =>
  message.startsWith('SIP/2.0 ') && /\r\n(?:Call-ID|i):\s*probe/i.test(message)
