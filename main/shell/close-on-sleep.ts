import { powerMonitor } from 'electron'
import type { House } from '#core/house/open-house.ts'
import { whereOffered } from './preview-host.ts'

/** A PC that sleeps, or whose screen the system locks, leaves nothing of a child's diary open behind. */
export function closeOnSleep({ openings }: Pick<House, 'openings'>): void {
  const close = (): void => openings.close('sleep')
  whereOffered(() => {
    powerMonitor.on('suspend', close)
    powerMonitor.on('lock-screen', close)
  }, undefined)
}
