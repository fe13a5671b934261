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

export const contentPolicy = (from: WindowName | 'pack'): string =>
  (from === 'pack' ? pack : window).join('; ')

/** Headers that every answer of ours carries. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), display-capture=()',
}
