/** How a child may feel (D4); words: `talk.mood.<mood>`, pictures by the same name. */
export const moods = ['glad', 'calm', 'missing', 'sad', 'angry', 'tired'] as const
export type Mood = (typeof moods)[number]

/** Whom a child may choose to talk to. Volunteers and technicians come and go. */
export const talkRoles = ['social-worker', 'teacher', 'coordinator'] as const
export type TalkRole = (typeof talkRoles)[number]
