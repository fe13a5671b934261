import { describe, expect, it } from 'vitest'
import { refusedSwitch } from './switches.ts'

describe('switches that an installed program refuses', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--INSPECT=1',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--proxy-server=evil',
    '--use-fake-device-for-media-stream',
    '-r',
    '--require=x',
  ])('%s', (word) => {
    expect(refusedSwitch(['happy-home', word])).toBe(word.split('=')[0])
  })

  it.each(['--example', '--user-data-dir=/x', '--lang=zh-CN', '--ozone-platform=x11', '--no-sandboxes'])(
    'takes %s',
    (word) => {
      expect(refusedSwitch(['happy-home', word])).toBeUndefined()
    },
  )
})
