import { registerAacEncoder } from '@mediabunny/aac-encoder'
import {
  AudioSample,
  BufferSource,
  BufferTarget,
  Conversion,
  CustomAudioDecoder,
  FilePathSource,
  FilePathTarget,
  Input,
  MATROSKA,
  Mp4OutputFormat,
  Output,
  registerDecoder,
  WEBM,
  type EncodedPacket,
  type Source,
  type Target,
} from 'mediabunny'
import { OpusDecoder } from 'opus-decoder'
import { phoneVoice } from './limit-rules.ts'

export interface TranscodeInput {
  /** A recording of this seat: Matroska with Opus, and with H.264 where it is a film. */
  readonly source: string
  /** Where the MP4 is to lie; may be left in part when it fails. */
  readonly target: string
}

/**
 * Makes of a recording what every phone plays: MP4 with AAC, the picture copied as it is. Chromium records neither on
 * Linux, and Safari plays nothing else before iOS 17.4. False where the picture is none that MP4 on a phone can hold.
 * Throws for a damaged recording, and with the disk's own code where there is no room.
 */
export const transcode = ({ source, target }: TranscodeInput): Promise<boolean> =>
  convert(new FilePathSource(source), new FilePathTarget(target))

/** The same in memory, for what may never lie readable on a disk. Null where it cannot be made. Throws for a damaged recording. */
export async function transcodeInMemory(bytes: Uint8Array): Promise<Uint8Array | null> {
  const target = new BufferTarget()
  const isMade = await convert(new BufferSource(bytes), target)
  return isMade && target.buffer ? new Uint8Array(target.buffer) : null
}

async function convert(source: Source, target: Target): Promise<boolean> {
  const input = new Input({ formats: [WEBM, MATROSKA], source })
  try {
    const picture = await input.getPrimaryVideoTrack()
    if (picture && picture.codec !== 'avc') return false
    const output = new Output({
      // What stands before the first frame may be asked for on its own: a phone begins to play at once.
      format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
      target,
    })
    const audio = { codec: 'aac', bitrate: phoneVoice.bits } as const
    const conversion = await Conversion.init({ input, output, audio, showWarnings: false })
    if (!conversion.isValid || conversion.discardedTracks.length > 0) return false
    await conversion.execute()
    return true
  } finally {
    input.dispose()
  }
}

/** Opus by its own reference decoder: Node has no codecs of a browser. */
class OpusFrames extends CustomAudioDecoder {
  private decoder: OpusDecoder<typeof phoneVoice.rate> | undefined

  static override supports(codec: string): boolean {
    return codec === 'opus'
  }

  override async init(): Promise<void> {
    this.decoder = new OpusDecoder({ sampleRate: phoneVoice.rate, ...mono })
    await this.decoder.ready
  }

  override decode({ data, timestamp }: EncodedPacket): void {
    if (!this.decoder) throw new Error('The decoder was not made ready')
    const { channelData, samplesDecoded, sampleRate } = this.decoder.decodeFrame(data)
    const [samples] = channelData
    // A frame that is damaged is a moment of silence in the middle of a message.
    if (!samples || samplesDecoded === 0) return
    const format = 'f32-planar'
    this.onSample(
      new AudioSample({ data: samples.slice(), format, numberOfChannels: 1, sampleRate, timestamp }),
    )
  }

  override flush(): void {
    // Each packet is decoded as it comes: nothing waits.
  }

  override close(): void {
    this.decoder?.free()
  }
}

registerAacEncoder()
registerDecoder(OpusFrames)

/** A child has one mouth; a stereo microphone is mixed down by the decoder. */
const mono = { channels: 1, streamCount: 1, coupledStreamCount: 0, channelMappingTable: [0] }
