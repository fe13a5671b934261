// Chromium cannot load a custom scheme that was not compiled in. app://pupil/x is therefore served on loopback as
// http://pupil.app.localhost/x, which is a secure context; everything that main sees says app:// again.

const own = new Set<string>()

/** Makes a scheme one of the app's own. */
export const ownScheme = (scheme: string): void => void own.add(scheme)

/** `app://pupil/x` → `http://pupil.app.localhost/x`; other addresses stay as they are. */
export function toPage(url: string): string {
  const parts = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)(.*)$/i.exec(url)
  const [, scheme, host, rest] = parts ?? []
  if (scheme === undefined || !own.has(scheme)) return url
  return `http://${host}.${scheme}.localhost${rest?.startsWith('/') ? rest : `/${rest ?? ''}`}`
}

/** `http://pupil.app.localhost/x` → `app://pupil/x`; other addresses stay as they are. */
export function toApp(url: string): string {
  const parts = /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?::80)?(?=[/?#]|$)(.*)$/i.exec(url)
  const [, host, scheme, rest] = parts ?? []
  return scheme !== undefined && own.has(scheme) ? `${scheme}://${host}${rest ?? ''}` : url
}

/** The origin as Electron would give it: `app://pupil`, `https://example.org`, or `null`. */
export function originOf(url: string): string {
  const app = toApp(url)
  const scheme = app.slice(0, app.indexOf(':'))
  if (own.has(scheme)) return app.split('/').slice(0, 3).join('/')
  try {
    return new URL(app).origin
  } catch {
    return 'null'
  }
}

/** Header values on their way to the page: `app://staff` and a bare `app:` become loopback addresses. */
export function headerToPage(value: string): string {
  let text = value
  for (const scheme of own) {
    text = text
      .replaceAll(new RegExp(`\\b${scheme}://([a-z0-9.*-]+)`, 'gi'), `http://$1.${scheme}.localhost`)
      .replaceAll(new RegExp(`(^|[\\s;,])${scheme}:(?=[\\s;,]|$)`, 'gi'), `$1http://*.${scheme}.localhost`)
  }
  return text
}

/** Header values on their way from the page (`Origin`, `Referer`). */
export const headerToApp = (value: string): string => toApp(value)

/** Lets the page reach one more path under a policy, for the host's own synchronous questions. */
export function allowConnect(policy: string, source: string): string {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name)
  const connect = directives.find(([name]) => name?.toLowerCase() === 'connect-src')
  const fallback = directives.find(([name]) => name?.toLowerCase() === 'default-src')
  if (!connect && !fallback) return policy
  const sources = (connect ?? fallback ?? []).slice(1).filter((word) => word !== "'none'")
  const widened = ['connect-src', ...sources, source]
  return [...directives.filter((directive) => directive !== connect), widened]
    .map((words) => words.join(' '))
    .join('; ')
}
