import type { Activity } from '#contract/usage.ts'
import type { BarTone } from '#ui/staff.ts'

/** From the ground up: the doors in their order, then the time between them. */
export const stacked = [
  { id: 'call', colour: 'var(--call-500)', tone: 'call' },
  { id: 'learn', colour: 'var(--learn-500)', tone: 'learn' },
  { id: 'diary', colour: 'var(--diary-500)', tone: 'diary' },
  { id: 'me', colour: 'var(--me-500)', tone: 'me' },
  { id: 'home', colour: 'var(--roof-light)', tone: 'roof' },
] as const satisfies readonly { readonly id: Activity; readonly colour: string; readonly tone: BarTone }[]
