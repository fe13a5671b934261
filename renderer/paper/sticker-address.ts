// The sprite plugin puts the beginning of the stickers' addresses in place of these words.
const begin = 'sprite:stickers'

/** The file of a sticker, an SVG of its own. */
export const stickerAddress = (name: string): string => `${begin}${name}.svg`

/** Whether a file is a sticker's. */
export const isSticker = (address: string): boolean => address.startsWith(begin)
