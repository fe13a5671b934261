import type { WindowName } from './origins.ts'

const closed = [
  `default-src 'none'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
]

// Widened only where named: blob: and data: pictures are drawings and thumbnails that the page itself made.
const window = [
  ...closed,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `media-src 'self' blob:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
]

/** A content pack shows and sounds; it reaches nothing, not even its own files by script. */
const pack = [
  ...closed,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `media-src 'self'`,
]

/** `sockets` is the one origin (wss://host) that the child's window speaks to while it calls; no other window does. */
export function contentPolicy(from: WindowName | 'pack', sockets: string | null = null): string {
  if (from === 'pack') return pack.join('; ')
  const rules =
    from === 'pupil' && sockets !== null ? window.map((rule) => withSockets(rule, sockets)) : window
  return rules.join('; ')
}

const withSockets = (rule: string, origin: string): string =>
  rule.startsWith('connect-src ') ? `${rule} ${origin}` : rule

/** Headers that every answer of ours carries. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), display-capture=()',
}
