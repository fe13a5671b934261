import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const renderer = resolve(import.meta.dirname, '../out/renderer')

/** Script that a page has loaded so far, the bytes as they would be gzipped; the preload is not a download and not counted. */
export async function scriptBytes(
  page: Page,
): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const loaded = await page.evaluate(() => [
    ...performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.m?js($|\?)/.test(name)),
    ...[...document.scripts].map(({ src }) => src).filter(Boolean),
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(({ href }) => href),
  ])
  const files = [...new Set(loaded.map((url) => decodeURIComponent(new URL(url).pathname)))]
  const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(fileOf(path))).length, 0)
  return { bytes, files }
}

/** Pages lie below the host's folder, what they share beside it. */
function fileOf(path: string): string {
  return join(renderer, path.replace(/^\/?(\.\.\/)*/, ''))
}
