import type { QueryClient } from '@tanstack/react-query'
import type { EventName, MethodName } from '#contract/index.ts'
import { hear } from '../api/house.ts'
import { forget } from '../api/query.tsx'

/** Answers that several pages show, or that outlive the page which asked, and what makes them old. */
const oldBy: Partial<Record<EventName, readonly MethodName[]>> = {
  'children.changed': [
    'children.list',
    'children.classes',
    'children.likelyPairs',
    'children.alike',
    'children.merges',
  ],
  'contacts.changed': ['contacts.family', 'contacts.overview'],
  'rights.changed': ['rights.open'],
  'room.changed': ['room.settings'],
}

/** Heard as long as the window lives: a page that listens only while it is shown would find them again as they were. */
export function forgetWhatIsOld(client: QueryClient): void {
  for (const [event, names] of Object.entries(oldBy)) hear(event as EventName, () => forget(client, ...names))
}
