import { describe, expect, it } from 'vitest'
import { chromiumArguments } from './chromium-switches.ts'

const options = {
  profile: '/p',
  port: 1234,
  onScreen: false,
  root: false,
  switches: [],
  screens: [{ width: 800, height: 600 }],
}

describe('Chromium’s arguments', () => {
  it('give up the sandbox for root only', () => {
    expect(chromiumArguments(options)).not.toContain('--no-sandbox')
    expect(chromiumArguments({ ...options, switches: ['--no-sandbox'] })).not.toContain('--no-sandbox')
    expect(chromiumArguments({ ...options, root: true })).toContain('--no-sandbox')
  })

  it('keep it from talking to anybody in the background', () => {
    const args = chromiumArguments(options)
    for (const quiet of ['--disable-background-networking', '--disable-component-update', '--disable-sync']) {
      expect(args).toContain(quiet)
    }
  })

  it('pass on what an app or a test asks for, but neither profile nor inspector', () => {
    const switches = [
      '--use-fake-device-for-media-stream',
      '--user-data-dir=/mine',
      '--inspect=0',
      '--remote-debugging-port=0',
    ]
    const args = chromiumArguments({ ...options, switches })
    expect(args).toContain('--use-fake-device-for-media-stream')
    expect(args).toContain('--remote-debugging-port=0')
    expect(args).not.toContain('--user-data-dir=/mine')
    expect(args).not.toContain('--inspect=0')
  })

  it('pretend the displays that were asked for', () => {
    const screens = [...options.screens, { width: 1024, height: 768 }]
    expect(chromiumArguments({ ...options, screens })).toContain('--screen-info={800x600}{1024x768}')
  })
})
