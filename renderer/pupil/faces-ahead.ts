import type { QueryClient } from '@tanstack/react-query'
import { hear } from '../api/house.ts'
import { askAhead, forget } from '../api/query.tsx'

/**
 * Asks for what the first screen shows, before any page does, and forgets it as soon as it is old: also while there is no page yet
 * that could hear of it, and while somebody sits here, for the faces are shown again when they go.
 */
export function askForFaces(client: QueryClient): Promise<void> {
  hear('children.changed', () => forget(client, 'children.faces', 'children.classesForPupils'))
  hear('messages.changed', () => forget(client, 'children.faces'))
  hear('calls.rang', () => forget(client, 'calls.lamps'))
  return askAhead(client, 'children.faces', 'children.classesForPupils', 'sessions.waiting', 'calls.lamps')
}
