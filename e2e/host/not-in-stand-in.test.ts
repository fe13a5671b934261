import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { conforms, lacking, NotInStandIn, strict, StrictEmitter } from './not-in-stand-in.ts'

class Window extends StrictEmitter {
  #title = 'title'
  getTitle = () => this.#title
}
type Anything = Record<string, () => unknown>

describe('what the stand-in lacks', () => {
  it('names the API that was asked for', () => {
    const window = new Window() as unknown as Anything
    expect(() => window['savePage']).toThrow(NotInStandIn)
    expect(() => window['savePage']).toThrow('Window.savePage is not in the stand-in')
    const shell = strict('shell', { beep: () => 'beep' }) as unknown as Anything
    expect(() => shell['openExternal']).toThrow('shell.openExternal')
    const tray = lacking('Tray') as unknown as Anything & (new () => object) & (() => void)
    expect(() => tray['popUp']).toThrow('Tray.popUp')
    expect(() => new tray()).toThrow(NotInStandIn)
    expect(() => tray()).toThrow(NotInStandIn)
  })

  it('does not disturb what is there', async () => {
    const window = new Window()
    let heard = 0
    window.once('closed', () => heard++)
    window.emit('closed')
    window.emit('closed')
    expect(heard).toBe(1)
    expect(window.getTitle()).toBe('title')
    expect(window).toBeInstanceOf(EventEmitter)
    expect(await Promise.resolve(window)).toBe(window)
    const shell = strict('shell', { beep: () => 'beep' })
    expect(shell.beep()).toBe('beep')
    expect(JSON.stringify(shell)).toBe('{}')
  })

  it('lets a test replace a function', async () => {
    const dialog = strict('dialog', { ask: (): number => 0 })
    dialog.ask = () => 7
    expect(dialog.ask()).toBe(7)
  })

  it('is checked against Electron’s types', () => {
    const right = conforms<Electron.Shell>()({ beep: () => {} })
    expect(right.beep()).toBeUndefined()
    // @ts-expect-error -- openPath gives a promise
    conforms<Electron.Shell>()({ openPath: (path: string) => path })
    // @ts-expect-error -- Electron has no such name
    conforms<Electron.Shell>()({ honk: () => {} })
  })
})
