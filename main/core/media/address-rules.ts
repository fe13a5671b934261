/** The address of a kept picture for an `<img>`, relative to the window's own origin. */
export const mediaAddress = (kind: 'photo' | 'diary', hash: string): string => `/media/${kind}/${hash}`
