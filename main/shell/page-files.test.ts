import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileFor, isHashed, typeOf } from './page-files.ts'

const root = '/srv/out/renderer'

describe('which file an address means', () => {
  it('serves pages and assets', () => {
    expect(fileFor(root, '/', 'pupil/index.html')).toBe('/srv/out/renderer/pupil/index.html')
    expect(fileFor(root, '/assets/pupil-C9x2kQ1a.js', 'x')).toBe('/srv/out/renderer/assets/pupil-C9x2kQ1a.js')
  })

  it.each([
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/a/..%2f..%2fb',
    '/a\\..\\b',
    '/%00',
    '/c:/x',
    '//etc/passwd',
    '/%E0%A4%A',
    '/.',
  ])('refuses %s', (path) => {
    expect(fileFor(root, path, 'x')).toBeUndefined()
  })

  it('never leaves the folder, whatever is asked for', () => {
    const piece = oneof(constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '\0', ':'), string())
    assert(
      property(array(piece), (pieces) => {
        const file = fileFor(root, `/${pieces.join('/')}`, 'index.html')
        if (file !== undefined) expect(relative(root, file).startsWith('..')).toBe(false)
      }),
    )
  })

  it('knows what may be kept for ever', () => {
    expect(isHashed('/x/assets/pupil-C9x2kQ1a.js')).toBe(true)
    expect(isHashed('/x/pupil/index.html')).toBe(false)
    expect(typeOf('/x/a.WOFF2')).toBe('font/woff2')
    expect(typeOf('/x/a.exe')).toBeUndefined()
  })
})
