/** `off`: nothing is read unasked; a tap on a speaker still reads. */
export const voices = ['on', 'slow', 'off'] as const
export type VoiceChoice = (typeof voices)[number]
export const letterSizes = ['normal', 'big'] as const
export type LetterSize = (typeof letterSizes)[number]

/** What stands at a place of the house that is cut open; words: `me.known.thing.<thing>`. */
export const gateThings = ['name-face', 'class', 'in-use'] as const
export const hallThings = [
  'calls',
  'messages',
  'family',
  'photo',
  'learning',
  'turns',
  'feeling',
  'talks',
] as const
export const drawerThings = ['diary', 'pictures-sounds'] as const
export type KnownThing =
  (typeof gateThings)[number] | (typeof hallThings)[number] | (typeof drawerThings)[number]

/** What somebody did about this child's file; words: `me.known.deed.<deed>`. */
export const deeds = ['looked', 'family', 'wrote', 'pictures', 'talked', 'pages', 'time'] as const
export type Deed = (typeof deeds)[number]

export const askAbout = ['look', 'change', 'remove'] as const
export type AskAbout = (typeof askAbout)[number]
