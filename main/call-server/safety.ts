import type { FastifyInstance } from 'fastify'
import { SURE_TIME } from '#contract/wire.ts'
import type { House } from './house.ts'
import { addressOfRequest, limited, sendRefusal } from './http.ts'
import { refuse } from './refusals.ts'

/** What the page may load: its own files, and the SIP proxy. Nothing from anywhere else, no inline script. */
function contentPolicy(proxy: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob: mediastream:`,
    `font-src 'self'`,
    `connect-src 'self' ${new URL(proxy).protocol}//${new URL(proxy).host}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** What holds for every answer and every question of the public side. */
export function makeSafe(app: FastifyInstance, house: House): void {
  const { settings } = house
  const headers: Record<string, string> = {
    'content-security-policy': contentPolicy(settings.sip.proxy),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    ...(settings.public.url.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers)
    if (request.url.startsWith('/api/')) {
      void reply.header('cache-control', 'no-store')
      if (house.clock.isSure()) void reply.header(SURE_TIME, String(house.clock.wall()))
    }
    const calm = limited(
      house,
      'request',
      addressOfRequest(request),
      settings.limits.rates.requestsPerAddress,
    )
    if (!calm.ok) return sendRefusal(reply, calm.error)
    // Seats send no Origin; a browser does whenever another site's page asks.
    const { origin } = request.headers
    if (origin !== undefined && origin !== settings.public.url)
      return sendRefusal(reply, refuse('not-yours').error)
  })
}
