import type { Protocol } from 'electron'
import { schemeHandlers } from './host-server.ts'
import { conforms, strict } from './not-in-stand-in.ts'
import { ownScheme } from './scheme.ts'
import { state } from './state.ts'

/** Electron's `protocol`; a handler's body is streamed to the page as it comes. */
export const protocol = conforms<Protocol>()(
  strict('protocol', {
    registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
      if (state.ready) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      }
      for (const { scheme } of schemes) ownScheme(scheme)
    },
    handle(scheme: string, handler: (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>) {
      if (schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      ownScheme(scheme)
      schemeHandlers.set(scheme, handler)
    },
    unhandle: (scheme: string) => void schemeHandlers.delete(scheme),
    isProtocolHandled: (scheme: string) => schemeHandlers.has(scheme),
  }),
)
