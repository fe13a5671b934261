import { describe, expect, it } from 'vitest'
import { parseCommandLine, Switches } from './command-line.ts'

describe('command line', () => {
  it('reads what Playwright passes', () => {
    const line = parseCommandLine([
      '--no-sandbox',
      '--inspect=0',
      '-r',
      'loader.js',
      '--remote-debugging-port=0',
      '.',
      '--example',
      'file',
    ])
    expect(line.app).toBe('.')
    expect(line.requires).toEqual(['loader.js'])
    expect(line.rest).toEqual([
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '--example',
      'file',
    ])
  })

  it('leaves -r after the app to the app', () => {
    expect(parseCommandLine(['app', '-r', 'x'])).toEqual({ requires: [], app: 'app', rest: ['-r', 'x'] })
  })

  it('refuses -r without a file', () => {
    expect(() => parseCommandLine(['-r'])).toThrow('-r needs a file')
  })
})

describe('switches', () => {
  it('finds flags and values, the last one wins', () => {
    const switches = new Switches(['app', '--user-data-dir=/a=b', '--example', '--lang=en', '--lang=zh'])
    expect(switches.value('user-data-dir')).toBe('/a=b')
    expect(switches.value('lang')).toBe('zh')
    expect(switches.has('example')).toBe(true)
    expect(switches.has('exam')).toBe(false)
    expect(switches.value('example')).toBe('')
  })

  it('appends and removes', () => {
    const switches = new Switches(['--one'])
    switches.append('two', '2')
    switches.append('three')
    expect(switches.appended()).toEqual(['--two=2', '--three'])
    switches.remove('one')
    switches.remove('two')
    expect(switches.all()).toEqual(['--three'])
  })

  it('stops at --', () => {
    expect(new Switches(['--', '--example']).has('example')).toBe(false)
  })
})
