/** A phone call whose seat has not beaten for so long is ended; the trunk costs money and nobody listens. */
const PHONE_SILENCE = 40_000
/** A video call may heal for 240 s (the page gives up then); after this its dialog is only a leftover. */
const VIDEO_SILENCE = 300_000

export interface Watched {
  readonly kind: 'video' | 'phone'
  /** Milliseconds since the seat's last beat, or since the guard first saw the dialog. */
  readonly silentMs: number
  /** What the caps leave; Infinity for video. */
  readonly leftMs: number
}

/** Why a dialog is to be ended, if it is. */
export function sentence({ kind, silentMs, leftMs }: Watched): 'silent' | 'cap' | undefined {
  if (silentMs > (kind === 'phone' ? PHONE_SILENCE : VIDEO_SILENCE)) return 'silent'
  return leftMs <= 0 ? 'cap' : undefined
}
