import type { Session, WebContents } from 'electron'
import { originOf, windowNames, windowOf, type WindowName } from './origins.ts'
import { whereOffered } from './preview-host.ts'

/** Whether a window wants camera and microphone just now; main closes it again by itself. */
export interface CameraDoor {
  readonly isOpen: () => boolean
}

export type CameraDoors = Readonly<Record<WindowName, CameraDoor>>

type Verdict = 'never' | 'while-wanted'

/** Every permission that Electron knows, and why. What is not here is `never` too: Electron itself would say yes. */
export const permissionTable: Readonly<Record<string, Verdict>> = {
  media: 'while-wanted', // camera and microphone: a test or a photograph at the staff window, a test, a call or a message at the child's
  'clipboard-read': 'never', // pasting by key needs no permission; reading unasked would
  'clipboard-sanitized-write': 'never', // copying by key needs none
  'deprecated-sync-clipboard-read': 'never', // the old way to read it
  'display-capture': 'never', // nobody shows a screen
  fileSystem: 'never', // files come and go through main alone
  fullscreen: 'never', // the window is full screen already; leaving it again is a way out
  geolocation: 'never', // where a child is, is nobody's data
  hid: 'never', // no devices
  'idle-detection': 'never', // main measures idleness
  keyboardLock: 'never', // keys belong to main
  mediaKeySystem: 'never', // no protected films
  midi: 'never', // no devices
  midiSysex: 'never', // no devices
  notifications: 'never', // a bubble of the desktop leads out
  openExternal: 'never', // no other program is ever started from a page
  pointerLock: 'never', // a caught pointer frightens a first-time user
  serial: 'never', // no devices
  'speaker-selection': 'never', // the seat has one
  'storage-access': 'never', // there is one origin only
  'top-level-storage-access': 'never', // there is one origin only
  unknown: 'never', // and whatever comes later
  usb: 'never', // no devices
  'window-management': 'never', // windows belong to main
}

/** Whether a permission may be had. `url` is the asking page, `subframe` whether it asks from within another page. */
export function mayHave(
  permission: string,
  url: string | undefined,
  subframe: boolean,
  cameras: CameraDoors,
): boolean {
  const verdict = Object.hasOwn(permissionTable, permission) ? permissionTable[permission] : 'never'
  const window = windowOf(url)
  return verdict === 'while-wanted' && !subframe && window !== undefined && cameras[window].isOpen()
}

/** Answers both kinds of question, and closes the doors that have questions of their own. */
export function denyByDefault(session: Session, cameras: CameraDoors): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const url = details.requestingUrl || contents.getURL()
    decide(
      windowOf(contents.getURL()) === windowOf(url) &&
        mayHave(permission, url, !details.isMainFrame, cameras),
    )
  })
  session.setPermissionCheckHandler((contents: WebContents | null, permission, origin, details) => {
    // A check comes with an origin, written with or without the slash.
    const asking = origin.replace(/\/$/, '')
    const window = windowNames.find((name) => asking === originOf(name))
    if (!window || (contents && windowOf(contents.getURL()) !== window)) return false
    return mayHave(permission, asking, !details.isMainFrame, cameras)
  })
  whereOffered(() => session.setDevicePermissionHandler(() => false), undefined)
  whereOffered(() => session.setDisplayMediaRequestHandler((_request, decide) => decide({})), undefined)
  whereOffered(
    () => session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false })),
    undefined,
  )
  whereOffered(() => {
    for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
      session.on(event as 'select-hid-device', (refused, _details, choose) => {
        refused.preventDefault()
        choose('')
      })
    session.setSpellCheckerEnabled(false)
  }, undefined)
}
