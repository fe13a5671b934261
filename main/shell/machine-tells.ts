import type { MachineTells } from '#core/health/service.ts'
import { screen } from 'electron'
import { whereOffered } from './preview-host.ts'
import type { Settings } from './settings.ts'
import type { Voice } from './voice.ts'

/** What the lamps ask of the shell: displays in pixels of the glass, and how the voice stands. */
export const machineTells = (
  voice: Pick<Voice, 'nameOf'>,
  settings: Pick<Settings, 'get'>,
): MachineTells => ({
  displays: () =>
    whereOffered(
      () =>
        screen.getAllDisplays().map(({ size, scaleFactor }) => ({
          width: Math.round(size.width * scaleFactor),
          height: Math.round(size.height * scaleFactor),
        })),
      null,
    ),
  voice: async () => ({ name: await voice.nameOf('zh-CN'), heard: settings.get().voiceHeard ?? null }),
})
