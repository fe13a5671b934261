/** How a child may feel (D4); words: `talk.mood.<mood>`, pictures by the same name. */
export const moods = ['glad', 'calm', 'missing', 'sad', 'angry', 'tired'] as const
export type Mood = (typeof moods)[number]

/** Whom a child may choose to talk to. Volunteers and technicians come and go. */
export const talkRoles = ['social-worker', 'teacher', 'coordinator'] as const
export type TalkRole = (typeof talkRoles)[number]

export interface TalkAdult {
  readonly id: string
  readonly name: string
  readonly role: TalkRole
}

/** Unanswered for as long as the room set, a wish to talk goes on: to who coordinates, then to the help lines. */
export const talkSteps = ['chosen', 'coordinator', 'help-line'] as const
export type TalkStep = (typeof talkSteps)[number]
