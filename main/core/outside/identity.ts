import { bech32 } from '@scure/base'

/** `AGE-SECRET-KEY-1…`, as age writes 32 bytes of a key. Apart from what locks and opens, which is large and loaded when it is needed. */
export const identityOf = (key: Uint8Array): string =>
  bech32.encode('AGE-SECRET-KEY-', bech32.toWords(key), false).toUpperCase()
