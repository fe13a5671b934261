/** To whom a page of the diary may be given (D2): one of the family, one adult of the room, the basket for the next call. */
export const circles = ['family', 'adult', 'basket'] as const
export type Circle = (typeof circles)[number]
