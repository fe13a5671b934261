/** Why an update is not taken; the root's side says the same words. */
export const updateProblems = [
  /** Nobody has said yet whose updates this seat believes. */
  'no-keys',
  'no-stick',
  'unreadable',
  'bad-signature',
  'other-system',
  'older',
  'expired',
  /** The program on the stick is not the one that was signed. */
  'changed',
  'bad-archive',
  'no-space',
] as const
export type UpdateProblem = (typeof updateProblems)[number]
