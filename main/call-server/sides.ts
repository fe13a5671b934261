import { readFileSync } from 'node:fs'
import type { TlsOptions } from 'node:tls'
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Log } from '#core/kernel/log.ts'
import type { House } from './house.ts'
import { sendRefusal } from './http.ts'
import { refuse } from './refusals.ts'
import { callRoutes } from './routes/calls.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { deviceRoutes } from './routes/devices.ts'
import { engineRoutes } from './routes/engine.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoutes } from './routes/health.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { erasedRoutes } from './routes/erased.ts'
import { messageRoutes } from './routes/messages.ts'
import { pageFiles } from './routes/page.ts'
import { presenceRoutes } from './routes/presence.ts'
import { publicationRoutes } from './routes/publication.ts'
import { seatRoutes } from './routes/seats.ts'
import { makeSafe } from './safety.ts'

/** What seats and parents' pages reach. */
export async function publicSide(house: House): Promise<FastifyInstance> {
  const { tls, behindProxy } = house.settings.public
  const app = newApp(house.log, {
    trustProxy: behindProxy ? 'loopback' : false,
    ...(tls && {
      https: {
        cert: readFileSync(tls.certificate),
        key: readFileSync(tls.key),
        minVersion: 'TLSv1.2',
      },
    }),
  })
  makeSafe(app, house)
  healthRoutes(app, house)
  seatRoutes(app, house)
  publicationRoutes(app, house)
  erasedRoutes(app, house)
  invitationRoutes(app, house)
  deviceRoutes(app, house)
  credentialRoutes(app, house)
  presenceRoutes(app, house)
  eventRoutes(app, house)
  messageRoutes(app, house)
  callRoutes(app, house)
  await pageFiles(app, house)
  return app
}

/** What Kamailio asks, on loopback. */
export function engineSide(house: House): FastifyInstance {
  const app = newApp(house.log, {})
  engineRoutes(app, house)
  return app
}

interface Options {
  readonly trustProxy?: string | false
  readonly https?: TlsOptions
}

function newApp(log: Log, options: Options): FastifyInstance {
  const app = fastify({
    ...options,
    // Tokens and codes travel in bodies and headers; nothing of a request is ever logged.
    logger: false,
    requestTimeout: 120_000,
    keepAliveTimeout: 20_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // With TLS or without, it is the same to the routes.
  } as FastifyServerOptions)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, refuse('unknown').error))
  app.setErrorHandler((error, _request, reply) => {
    const { statusCode } = error as { statusCode?: number }
    if (statusCode === 413) return sendRefusal(reply, refuse('too-large').error)
    if (statusCode !== undefined && statusCode < 500) return sendRefusal(reply, refuse('bad-request').error)
    log.error('A request failed', { error: error instanceof Error ? (error.stack ?? error.message) : '' })
    return sendRefusal(reply, refuse('server').error)
  })
  return app
}
