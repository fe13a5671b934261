/** What a grown-up in the room may be (S1). */
export type Role = 'coordinator' | 'teacher' | 'social-worker' | 'volunteer' | 'technician'

export const everyRole = [
  'coordinator',
  'teacher',
  'social-worker',
  'volunteer',
  'technician',
] as const satisfies Role[]
