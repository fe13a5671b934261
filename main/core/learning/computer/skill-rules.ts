/**
 * What a first-time user learns with hand and keyboard (L4), in the order in which each rests on the one before, and the
 * school grade that it is meant for at the latest (information technology is taught from grade 3 on).
 */
export const levels = [
  { id: 'move', grade: 1 },
  { id: 'click', grade: 1 },
  { id: 'drag', grade: 1 },
  { id: 'double', grade: 1 },
  { id: 'scroll', grade: 2 },
  { id: 'right', grade: 2 },
  { id: 'keys', grade: 2 },
  { id: 'shortcuts', grade: 3 },
  { id: 'windows', grade: 3 },
  { id: 'files', grade: 3 },
] as const
export type Skill = (typeof levels)[number]['id']

export const isSkill = (id: unknown): id is Skill => levels.some((level) => level.id === id)

/** What an exercise was done with. `keys`: the keyboard instead of mouse or finger. */
export const tools = ['mouse', 'touch', 'pen', 'keys'] as const
export type Tool = (typeof tools)[number]

export const isTool = (value: unknown): value is Tool => tools.some((tool) => tool === value)

/** Skills that are the keyboard's own: there keys are no detour. */
export const isForKeys = (skill: Skill): boolean => skill === 'keys' || skill === 'shortcuts'
