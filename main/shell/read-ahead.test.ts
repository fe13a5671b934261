import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAhead, readPageFile } from './read-ahead.ts'

let pages: string
const put = (path: string, words: string) => writeFileSync(join(pages, path), words)
const read = async (path: string) => String(await readPageFile(join(pages, path)))

beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(pages, 'pupil'))
  mkdirSync(join(pages, 'assets'))
})
afterEach(() => rmSync(pages, { recursive: true }))

it('answers once with what was read ahead, the page and the files that it names; then with the disk', async () => {
  put(
    'pupil/index.html',
    '<script src="../assets/a.js"></script><use href="#a"/><link href="../assets/b.css">',
  )
  put('assets/a.js', 'a')
  put('assets/b.css', 'b')
  await readAhead(pages, 'pupil/index.html')
  put('assets/a.js', 'later')
  put('assets/b.css', 'later')
  expect(await read('assets/b.css')).toBe('b')
  expect(await read('assets/a.js')).toBe('a')
  expect(await read('assets/a.js')).toBe('later')
})

it('leaves a page that cannot be read to whoever asks for it', async () => {
  await readAhead(pages, 'pupil/index.html')
  await expect(read('pupil/index.html')).rejects.toThrow('ENOENT')
  put('pupil/index.html', 'now')
  expect(await read('pupil/index.html')).toBe('now')
})

it('leaves a file that cannot be read to whoever asks for it, and reads the others', async () => {
  put('pupil/index.html', '<script src="../assets/gone.js"></script><script src="../assets/a.js"></script>')
  put('assets/a.js', 'a')
  await readAhead(pages, 'pupil/index.html')
  put('assets/a.js', 'later')
  put('assets/gone.js', 'now')
  await expect(read('assets/gone.js')).rejects.toThrow('ENOENT')
  expect(await read('assets/gone.js')).toBe('now')
  expect(await read('assets/a.js')).toBe('a')
})
