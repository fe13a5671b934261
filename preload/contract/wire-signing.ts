// Without zod, so that the parent's page can take it.

/**
 * What the keys sign, as UTF-8 lines joined by `\n`. The first line keeps a signature for one purpose from serving another.
 * Seats and rooms sign with Ed25519, a parent's device with ECDSA P-256 and SHA-256.
 */
export const signedText = {
  /** By the seat, for every request under `/api/seat`. `path` with its query, `bodyHash` the SHA-256 of the body in hex. */
  request: (seat: string, method: string, path: string, time: string, nonce: string, bodyHash: string) =>
    ['happy-home-request-1', seat, method, path, time, nonce, bodyHash].join('\n'),
  /** By the room's key: this seat belongs to the room. */
  enrolment: (room: string, code: string, seatKey: string) =>
    ['happy-home-enrolment-1', room, code, seatKey].join('\n'),
  /** By the room's key, over the publication as it is sent. */
  publication: (text: string) => `happy-home-publication-1\n${text}`,
  /** By a parent's device. */
  session: (device: string, challenge: string) => ['happy-home-session-1', device, challenge].join('\n'),
} as const
