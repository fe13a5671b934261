/* oxlint-disable unicorn/consistent-function-scoping -- a page gets the function alone, as source text */
// What the page's own world gets before its scripts run: the exposed API, and questions to main where Electron would ask.
// Runs inside the page as source text: no imports, no outer names.

import type { Link } from './link.ts'

type Ask = (permission: string, details: object) => Promise<boolean>
type Check = (permission: string) => Promise<boolean>
type Parcel = ReturnType<Link['pack']>
type Method = (this: unknown, ...args: unknown[]) => unknown

export function mainWorld(link: Link): void {
  const { getOwnPropertyDescriptor, defineProperty, hasOwn } = Object

  link.on('expose', ({ key, api }) => {
    if (hasOwn(window, key as string)) {
      link.send('exposed', {
        error: 'Cannot bind an API on top of an existing property on the window object',
      })
      return
    }
    defineProperty(window, key as string, { value: link.unpack(api as Parcel, true), enumerable: true })
    link.send('exposed', {})
  })

  let ask: Ask = () => Promise.resolve(false)
  let check: Check = () => Promise.resolve(false)
  link.on('permissions', (message) => {
    ask = link.unpack(message['ask'] as Parcel, false) as Ask
    check = link.unpack(message['check'] as Parcel, false) as Check
  })

  // Puts our method in the place of the browser's, which stays reachable for the case that main agrees.
  const replace = (owner: object | undefined, name: string, make: (native: Method) => Method) => {
    const descriptor = owner && getOwnPropertyDescriptor(owner, name)
    if (!owner || !descriptor || typeof descriptor.value !== 'function') return
    defineProperty(owner, name, { ...descriptor, value: make(descriptor.value as Method) })
  }
  const denied = () => new DOMException('Permission denied', 'NotAllowedError')
  const askFirst =
    (permission: string, details: (args: unknown[]) => object = () => ({})) =>
    (native: Method): Method =>
      async function (this: unknown, ...args) {
        if (!(await ask(permission, details(args)))) throw denied()
        return native.apply(this, args)
      }

  const devices = globalThis.MediaDevices?.prototype
  replace(
    devices,
    'getUserMedia',
    askFirst('media', ([constraints]) => {
      const { audio, video } = (constraints ?? {}) as MediaStreamConstraints
      return { mediaTypes: [audio && 'audio', video && 'video'].filter(Boolean) }
    }),
  )
  replace(devices, 'getDisplayMedia', askFirst('display-capture'))
  replace(globalThis.Clipboard?.prototype, 'read', askFirst('clipboard-read'))
  replace(globalThis.Clipboard?.prototype, 'readText', askFirst('clipboard-read'))
  replace(globalThis.Navigator?.prototype, 'requestMIDIAccess', askFirst('midi'))
  replace(
    globalThis.Notification,
    'requestPermission',
    () => async () => ((await ask('notifications', {})) ? 'granted' : 'denied'),
  )

  const locate = (native: Method): Method =>
    function (this: unknown, ...args) {
      void ask('geolocation', {}).then((allowed) => {
        if (allowed) return native.apply(this, args)
        const refusal = { code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1 }
        return (args[1] as ((error: object) => void) | undefined)?.(refusal)
      })
      return 0
    }
  replace(globalThis.Geolocation?.prototype, 'getCurrentPosition', locate)
  replace(globalThis.Geolocation?.prototype, 'watchPosition', locate)

  const names: Record<string, string> = { camera: 'media', microphone: 'media' }
  replace(
    globalThis.Permissions?.prototype,
    'query',
    (native) =>
      async function (this: unknown, ...args) {
        const status = (await native.apply(this, args)) as PermissionStatus
        const { name } = args[0] as { name: string }
        const state = (await check(names[name] ?? name)) ? 'granted' : 'denied'
        return defineProperty(status, 'state', { value: state, configurable: true })
      },
  )

  const Request = XMLHttpRequest
  link.on('opener', ({ url }) => {
    window.open = (address = '', frameName = '', features = '') => {
      const target = address ? new URL(address, location.href).href : 'about:blank'
      const request = new Request()
      request.open('POST', url as string, false)
      request.send(JSON.stringify({ url: target, frameName, features }))
      return null
    }
  })
}
