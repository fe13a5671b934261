import { extname, join, relative, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

/** The MIME type of a file of ours; undefined for kinds that we do not serve. */
export const typeOf = (path: string): string | undefined => types[extname(path).toLowerCase()]

/** Names with a hash in them never change what they hold. */
export const isHashed = (path: string): boolean => /-[\w-]{8,}\.[a-z0-9]+$/.test(path)

/**
 * The file under `root` that an address's path means; undefined when it would leave the folder or is not a plain
 * name. `index` is what `/` stands for.
 */
export function fileFor(root: string, pathname: string, index: string): string | undefined {
  if (pathname === '/' || pathname === '') return join(root, index)
  const plain = decoded(pathname)
  if (plain === undefined || /[\\:\0]|(^|\/)\.\.?(\/|$)|\/\//.test(plain)) return undefined
  const file = join(root, plain)
  const within = relative(root, file)
  return within === '' || within.startsWith('..') || within.startsWith(sep) ? undefined : file
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
