import type { Net } from 'electron'
import { createReadStream, statSync } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { schemeHandlers } from './host-server.ts'
import { conforms, strict } from './not-in-stand-in.ts'

const types: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

function fetchFile(url: string): Response {
  const path = fileURLToPath(url)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new Error('net::ERR_FILE_NOT_FOUND')
  const type = types[extname(path).slice(1).toLowerCase()] ?? 'application/octet-stream'
  const body = Readable.toWeb(createReadStream(path)) as unknown as BodyInit
  return new Response(body, { headers: { 'content-type': type, 'content-length': String(stat.size) } })
}

/** Electron's `net`: files, the app's own schemes, and the network through Node. */
export const net = conforms<Net>()(
  strict('net', {
    online: true,
    isOnline: () => true,
    async fetch(
      input: string | GlobalRequest,
      init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
    ): Promise<Response> {
      const url = typeof input === 'string' ? input : input.url
      if (url.startsWith('file:')) return fetchFile(url)
      const handler = schemeHandlers.get(url.slice(0, url.indexOf(':')))
      if (handler && !init?.bypassCustomProtocolHandlers) return handler(new Request(input, init))
      return fetch(input, init)
    },
  }),
)
