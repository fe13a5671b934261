import { v7 } from 'uuid'

/** Makes ids for rows: UUIDv7, so that they sort by the time at which a seat made them. */
export type NewId = () => string

export const newId: NewId = () => v7()
