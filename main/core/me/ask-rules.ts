import type { Role } from '#contract/roles.ts'
import type { StaffPerson } from '#contract/people.ts'
import { addDays, type Day } from '../sessions/local-day-rules.ts'

/** Days until a child's question is answered: seven, so that a weekend and a short week of school lie in between. */
export const ANSWER_DAYS = 7

export const dueDay = (asked: Day): Day => addDays(asked, ANSWER_DAYS)

/** Who may change a child's record, and so who is asked: whoever coordinates first; the same one each time. */
const order: readonly Role[] = ['coordinator', 'teacher', 'social-worker']

export function keeperOf(people: readonly StaffPerson[]): StaffPerson | null {
  return (
    people
      .filter(({ role }) => order.includes(role))
      .toSorted(
        (one, other) => order.indexOf(one.role) - order.indexOf(other.role) || (one.id < other.id ? -1 : 1),
      )
      .at(0) ?? null
  )
}
