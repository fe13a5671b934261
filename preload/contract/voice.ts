import { z } from 'zod'

/** A person has heard the sentence from that voice and says whether it was Chinese. */
export const judgement = z.strictObject({ voice: z.string().min(1).max(200), right: z.boolean() })
export type Judgement = z.infer<typeof judgement>

/** How this machine stands to reading Chinese aloud. */
export interface VoiceState {
  /** The seat's own voice by program, version and voice; null where it has none, and the window's may be asked. */
  readonly name: string | null
  /** What a person last said of a voice on this machine; another voice than that has not been heard yet. */
  readonly heard: (Judgement & { readonly at: number | null }) | null
}
