import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import { id } from './people.ts'

export interface SumsPlaceholder {
  readonly todo: true
}
export const sumsMethods = {
  shelf: method(child, z.void()).answers<SumsPlaceholder>(),
  mistakesOf: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ childId: id }),
  ).answers<SumsPlaceholder>(),
  levels: method(staff('coordinator'), z.void()).answers<SumsPlaceholder>(),
}
