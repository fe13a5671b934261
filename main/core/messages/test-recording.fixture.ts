import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  MkvOutputFormat,
  Output,
} from 'mediabunny'

/** Length of a recording, s. */
export const SECONDS = 3
/** 20 ms of silence, one frame of CELT (RFC 6716, section 3). */
const silence = Uint8Array.from([0xf8, 0xff, 0xfe])
/** Baseline 3.0 of 320x240: AVCDecoderConfigurationRecord, as OpenH264 writes it for this seat's camera. */
const avcc = Buffer.from('0142c01effe1000d6742c01e8c68141fa01e1108d401000468ce3c80', 'hex')

/** A recording as a seat makes it; the picture's bytes are carried, not looked at. */
export async function recordTo(file: string, picture?: 'avc' | 'vp8'): Promise<void> {
  const output = new Output({ format: new MkvOutputFormat(), target: new FilePathTarget(file) })
  const sound = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(sound)
  const film = picture && new EncodedVideoPacketSource(picture)
  if (film) output.addVideoTrack(film)
  await output.start()
  for (let frame = 0; frame < SECONDS * 50; frame += 1) {
    const decoderConfig = { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 }
    await sound.add(new EncodedPacket(silence, 'key', frame / 50, 1 / 50), { decoderConfig })
  }
  const frames = film ? SECONDS * 10 : 0
  for (let frame = 0; frame < frames; frame += 1) {
    const decoderConfig = {
      codec: picture === 'avc' ? 'avc1.42c01e' : 'vp8',
      codedWidth: 320,
      codedHeight: 240,
      ...(picture === 'avc' ? { description: avcc } : {}),
    }
    await film?.add(new EncodedPacket(slice(frame), 'key', frame / 10, 1 / 10), { decoderConfig })
  }
  await output.finalize()
}
/** One NAL unit of an instant refresh, its length before it. */
export const slice = (frame: number): Uint8Array => Uint8Array.from([0, 0, 0, 3, 0x65, frame, 0x80])
