/**
 * Why main did not do what a window asked. A closed list: each has words for its reader in the catalogs (`refusal.<code>`).
 * `waitMs` is how long until another try is worth it.
 */
export type RefusalCode =
  // the call itself
  | 'unknown-method'
  | 'not-from-here'
  | 'not-allowed'
  | 'signed-out'
  | 'no-session'
  | 'bad-input'
  | 'unexpected'
  // storage
  | 'disk-full'
  | 'read-only'
  | 'io-error'
  | 'locked'
  // people and data
  | 'not-found'
  | 'already-set-up'
  | 'name-taken'
  | 'child-known'
  | 'child-sits'
  | 'last-coordinator'
  | 'pin-too-easy'
  | 'wrong-pin'
  | 'pin-wait'
  | 'pin-locked'
  | 'wrong-recovery-key'
  | 'pictures-needed'
  | 'wrong-pictures'
  | 'busy-elsewhere'
  | 'allowance-spent'
  | 'paused'
  | 'file-too-large'
  | 'file-unreadable'
  | 'import-expired'
  | 'stopped'
  | 'no-place'
  | 'no-update'
  | 'no-way-back'
  | 'no-printer'
  | 'no-voice'
  // family and calls
  | 'no-call-server'
  | 'call-server-away'
  | 'call-server-clock'
  | 'call-server-untrusted'
  | 'call-server-refused'
  | 'call-server-insecure'
  | 'seat-revoked'
  | 'line-unreadable'
  | 'line-used'
  | 'line-expired'
  | 'room-elsewhere'
  | 'phone-spent-child'
  | 'phone-spent-number'
  | 'phone-spent-room'
  | 'too-often'
  | 'no-consent'
  | 'no-guardian'
  | 'too-early'
  | 'later-word-stands'
  | 'phone-unreadable'
  | 'diary-closed'
  // opening in an emergency
  | 'two-needed'
  | 'no-escrow-key'
  | 'nothing-to-open'
  // backups on a stick
  | 'no-backup-key'
  | 'backup-busy'
  | 'backup-wrong-key'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-line'
  | 'backup-half'
  | 'backup-pair'
  // sticks
  | 'stick-bad'
  | 'stick-busy'
  | 'stick-full'
  | 'stick-protected'

export interface Refusal {
  readonly code: RefusalCode
  readonly waitMs?: number
  /** Facts for the words, such as `{ triesLeft: 7 }`. Never a secret, never a path. */
  readonly facts?: Readonly<Record<string, string | number>>
}

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Refusal => ({ code, ...more })
