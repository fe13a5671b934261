import type { CrashReporter, NativeTheme, Shell } from 'electron'
import { record } from './events.ts'
import { conforms, strict, StrictEmitter } from './not-in-stand-in.ts'

/** Electron's `shell`: recorded, nothing is opened. */
export const shell = conforms<Shell>()(
  strict('shell', {
    async openExternal(url: string) {
      record('shell.openExternal', url)
    },
    async openPath(path: string) {
      record('shell.openPath', path)
      return ''
    },
    showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
    beep: () => record('shell.beep'),
    async trashItem(path: string) {
      record('shell.trashItem', path)
    },
  }),
)

/** Electron's `crashReporter`: recorded, no dump is written. */
export const crashReporter = conforms<CrashReporter>()(
  strict('crashReporter', {
    start: (options: Electron.CrashReporterStartOptions) => record('crashReporter.start', options),
    getLastCrashReport: () => null as unknown as Electron.CrashReport,
    getUploadedReports: (): Electron.CrashReport[] => [],
    getUploadToServer: () => false,
    setUploadToServer: () => {},
    addExtraParameter: () => {},
    removeExtraParameter: () => {},
    getParameters: () => ({}),
  }),
)

class StandInNativeTheme extends StrictEmitter {
  themeSource: NativeTheme['themeSource'] = 'system'
  readonly shouldUseDarkColors = false
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly prefersReducedTransparency = false
  readonly inForcedColorsMode = false
}

/** Electron's `nativeTheme`: always light. */
export const nativeTheme = conforms<NativeTheme>()(new StandInNativeTheme())
