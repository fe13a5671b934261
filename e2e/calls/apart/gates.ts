/** More made-up sound than this, and words are lost: at 5 % loss it was 4 to 5 % on a quiet machine. */
export const INTELLIGIBLE = 0.15
/** Of the picture on a good link, in pixels. */
export const FULL_WIDTH = 640
