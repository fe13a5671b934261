import { protocol } from 'electron'
import type { House } from '#core/house/open-house.ts'
import type { Log } from '#core/kernel/log.ts'
import { contentPolicy, guardHeaders } from './content-policy.ts'
import { whoSitsAt } from './doorkeeper.ts'
import { windowOf, scheme, type WindowName } from './origins.ts'
import { fileFor, isHashed, typeOf } from './page-files.ts'
import { problemAnswer } from './problem-page.ts'
import { rangeOf } from './range-rules.ts'
import { readPageFile } from './read-ahead.ts'

export interface SchemeParts {
  /** Folder of the built pages. */
  readonly pages: string
  /** The room that is open: it knows who sits where, and which pictures they may see. */
  readonly room: () => House | undefined
  readonly log: Log
}

/** Must be called before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Answers every address of ours. Anything that is not plainly a file of ours is not found. */
export function serveScheme(parts: SchemeParts): void {
  protocol.handle(scheme, async (request) => {
    try {
      return await serve(request, parts)
    } catch (error) {
      parts.log.warn('A page or picture could not be served', { error })
      return nothing(500)
    }
  })
}

async function serve(request: Request, parts: SchemeParts): Promise<Response> {
  const window = windowOf(request.url)
  if (!window || (request.method !== 'GET' && request.method !== 'HEAD')) return nothing(404)
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/problem') return problemAnswer(searchParams)
  const media = /^\/media\/([a-z-]{1,20})\/([\w.-]{1,128})$/.exec(pathname)
  if (media) return picture(request, window, media[1] ?? '', media[2] ?? '', parts)
  const file = fileFor(parts.pages, pathname, `${window}/index.html`)
  const type = file && typeOf(file)
  // The other windows' pages stand in the same folder and are no business of this one.
  if (!file || !type || (type.startsWith('text/html') && pathname !== '/')) return nothing(404)
  const policy = contentPolicy(window, parts.room()?.calls.server.proxy() ?? null)
  return send(
    request,
    file,
    type,
    policy,
    isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
}

async function picture(
  request: Request,
  window: WindowName,
  kind: string,
  hash: string,
  { room }: SchemeParts,
): Promise<Response> {
  const viewer = { window, ...whoSitsAt(window, room()) }
  const found = await room()?.media.resolveMedia(kind, hash, viewer)
  if (!found) return nothing(404)
  // Never kept by Chromium: what is erased is gone, and the next child has another answer.
  const headers = {
    ...guardHeaders,
    'Content-Type': found.type,
    'Cache-Control': 'no-store',
    'Accept-Ranges': 'bytes',
  }
  const bytes = Buffer.from(found.bytes)
  const range = rangeOf(request.headers.get('Range'), bytes.length)
  if (range === undefined) return new Response(bytes, { headers })
  if (range === 'none') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${bytes.length}` },
    })
  }
  return new Response(bytes.subarray(range.from, range.to + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${range.from}-${range.to}/${bytes.length}` },
  })
}

async function send(
  request: Request,
  path: string,
  type: string,
  policy: string,
  cache: string,
): Promise<Response> {
  const found = await readPageFile(path).catch(() => undefined)
  if (!found) return nothing(404)
  const headers = new Headers({
    ...guardHeaders,
    'Content-Type': type,
    'Content-Length': String(found.byteLength),
    'Content-Security-Policy': policy,
    'Cache-Control': cache,
  })
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(found, { headers })
}

const nothing = (status: number): Response =>
  new Response(null, {
    status,
    headers: { ...guardHeaders, 'Content-Security-Policy': contentPolicy('pack') },
  })
