import { beforeAll, describe, expect, it } from 'vitest'
import { allowConnect, headerToPage, originOf, ownScheme, toApp, toPage } from './scheme.ts'

beforeAll(() => ownScheme('app'))

describe('the app’s own scheme', () => {
  it.each([
    ['app://pupil/', 'http://pupil.app.localhost/'],
    ['app://pack/ab12/index.html?x=1#y', 'http://pack.app.localhost/ab12/index.html?x=1#y'],
    ['https://example.org/app://pupil/', 'https://example.org/app://pupil/'],
    ['data:text/html,x', 'data:text/html,x'],
  ])('%s ⇄ %s', (app, page) => {
    expect(toPage(app)).toBe(page)
    expect(toApp(page)).toBe(app)
  })

  it('takes no other host for its own', () => {
    for (const url of [
      'http://pupil.app.localhost.evil.org/',
      'http://pupil.other.localhost/',
      'https://pupil.app.localhost/',
    ]) {
      expect(toApp(url)).toBe(url)
    }
  })

  it('knows origins as Electron gives them', () => {
    expect(originOf('http://staff.app.localhost/a/b')).toBe('app://staff')
    expect(originOf('https://example.org:8443/x')).toBe('https://example.org:8443')
    expect(originOf('not an address')).toBe('null')
  })

  it('translates policies', () => {
    expect(headerToPage("frame-src app://pack; img-src 'self' app: data:")).toBe(
      "frame-src http://pack.app.localhost; img-src 'self' http://*.app.localhost data:",
    )
    expect(headerToPage('text/html; charset=utf-8')).toBe('text/html; charset=utf-8')
  })
})

describe('the host’s own path under a policy', () => {
  it.each([
    ["default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self'; connect-src URL"],
    ["default-src 'self'", "default-src 'self'; connect-src 'self' URL"],
    ["default-src 'none'; connect-src https://a.org", "default-src 'none'; connect-src https://a.org URL"],
    ["script-src 'self'", "script-src 'self'"],
  ])('%s', (policy, widened) => {
    expect(allowConnect(policy, 'URL')).toBe(widened)
  })
})
