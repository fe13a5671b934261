import type { Say } from '../words.ts'
import type { DeviceState } from './use-media-test.ts'

/** The chip of a device that was tried; nothing while it was not. */
export function deviceChip(
  t: Say,
  state: DeviceState,
): { readonly tone: 'good' | 'care'; readonly words: string } | undefined {
  if (state === 'untried') return undefined
  return { tone: state === 'on' ? 'good' : 'care', words: t(`setup.device.${state}`) }
}
