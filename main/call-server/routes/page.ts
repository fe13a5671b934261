import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import files from '@fastify/static'
import type { House } from '../house.ts'

/** The parent's page, built: its own files and nothing from elsewhere. */
export async function pageFiles(app: FastifyInstance, { settings, log }: House): Promise<void> {
  if (settings.page === null || !existsSync(settings.page)) {
    log.warn('There is no parent’s page to serve', { folder: settings.page })
    return
  }
  await app.register(files, {
    root: settings.page,
    dotfiles: 'ignore',
    cacheControl: false,
    // The build lays each file there compressed too.
    preCompressed: true,
    setHeaders: (reply, path) => {
      // The bundler names what lies in assets by its content.
      const forever = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
