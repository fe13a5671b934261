import { ok } from '#core/kernel/result.ts'
import type { MessagesService } from '#core/messages/service.ts'
import type { Handlers } from './feature.ts'

/** All of it belongs to the child who sits there; staff have no way in (C12). */
export const messagesHandlers = (messages: MessagesService): Handlers<'messages'> => ({
  box: ({ contactId }, { childId }) => messages.box(childId, contactId),
  unseen: (_, { childId }) => {
    const counts = [...messages.unseen(childId).values()]
    return ok({ total: counts.reduce((sum, count) => sum + count, 0) })
  },
  begin: (what, { childId }) => messages.begin(childId, what),
  append: ({ id, offset, bytes }, { childId }) => messages.append(childId, id, offset, bytes),
  finish: ({ id, lengthMs }, { childId }) => messages.finish(childId, id, lengthMs),
  send: ({ id }, { childId }) => messages.send(childId, id),
  drop: ({ id }, { childId }) => messages.drop(childId, id),
  seen: ({ id }, { childId }) => messages.seen(childId, id),
})
