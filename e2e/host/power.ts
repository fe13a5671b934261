import type { PowerMonitor, PowerSaveBlocker } from 'electron'
import { conforms, strict, StrictEmitter } from './not-in-stand-in.ts'

class StandInPowerMonitor extends StrictEmitter {
  // Chromium's headless windows tell nothing about the machine: always in use, always on mains.
  readonly onBatteryPower = false
  isOnBatteryPower = (): boolean => false
  getSystemIdleTime = (): number => 0
  getSystemIdleState = (): 'active' => 'active'
  getCurrentThermalState = (): 'unknown' => 'unknown'
}

/** Electron's `powerMonitor`. It never speaks by itself; a test emits `suspend` and `resume`. */
export const powerMonitor = conforms<PowerMonitor>()(new StandInPowerMonitor())

const blockers = new Set<number>()
let last = 0

/** Electron's `powerSaveBlocker`: counts, and holds nothing. */
export const powerSaveBlocker = conforms<PowerSaveBlocker>()(
  strict('powerSaveBlocker', {
    start(_type: 'prevent-app-suspension' | 'prevent-display-sleep') {
      blockers.add(++last)
      return last
    },
    stop: (id: number) => blockers.delete(id),
    isStarted: (id: number) => blockers.has(id),
  }),
)
