import type { House } from '#core/house/open-house.ts'
import type { Tell } from './ipc.ts'

/** Passes on what services say unasked. A room that is left says nothing any more, so nothing has to be undone. */
export function tellEvents(house: House, tell: Tell): void {
  const { room, staff, sessions, children, contacts, calls, devices } = house
  const { bookWishes, feelings, me, messages, rights, shares, talks } = house
  room.onChange((look) => tell('room.changed', look))
  sessions.onChange((now) => tell('session.changed', now))
  children.onChange(() => tell('children.changed', null))
  contacts.onChange(() => tell('contacts.changed', null))
  calls.onPresence((page) => tell('calls.presence', page))
  calls.onKeys((keys) => tell('calls.keys', keys))
  calls.missed.onRang(() => tell('calls.rang', null))
  devices.onChange((out) => tell('devices.changed', out))
  rights.onProgress((childId, done) => tell('job.progress', { token: childId, done }))
  rights.onChange(() => tell('rights.changed', null))
  talks.onChange(() => tell('talks.changed', null))
  bookWishes.onChange(() => tell('yearBook.changed', null))
  shares.onChange(() => tell('shares.changed', null))
  feelings.onChange(() => tell('feelings.changed', null))
  me.onChange(() => tell('me.asked', null))
  messages.onChange((childId) => tell('messages.changed', { childId }))
  calls.onServerState((state) => tell('calls.serverState', state))
  children.onProgress((token, done) => tell('job.progress', { token, done }))
  staff.signedIn.onChange((person) => tell('staff.changed', person))
}
