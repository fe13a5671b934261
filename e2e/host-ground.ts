import { join } from 'node:path'
import { test as base } from './fixture.ts'

interface Who {
  url: string
  origin: string
  isMain: boolean
  value: unknown
  starts: number
}
interface PupilBridge {
  who(value?: unknown): Promise<Who>
  boom(): Promise<void>
  notCloneable(): Promise<void>
  unknown(): Promise<void>
  now(value: number): number
  openStaff(): Promise<void>
  echo(value: unknown): void
  onEcho(listener: (value: unknown) => void): () => void
  sandboxed: boolean
}
declare global {
  var pupil: PupilBridge
  var staff: { who(value?: unknown): Promise<Who> }
  var standInScreens: (places: { x: number; y: number; width: number; height: number }[]) => void
  var fixture: {
    noted: string[]
    allowMedia: boolean
    checkMedia: boolean
    blockInput: string
    allowNavigation: boolean
  }
}

/** A small app of the host's own. */
export const fixtureApp = join(import.meta.dirname, 'host/fixture-app')

/** What both hosts must do alike: specs that run on the stand-in and on Electron, with that app. */
export const test = base.extend({ appPath: fixtureApp })
