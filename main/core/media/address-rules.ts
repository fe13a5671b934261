/** The address of a kept picture or message for an `<img>` or a player, relative to the window's own origin. */
export const mediaAddress = (kind: 'photo' | 'diary' | 'message' | 'page', hash: string): string =>
  `/media/${kind}/${hash}`
