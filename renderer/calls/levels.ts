/** How loud a stream is, for meters and to judge whether somebody is heard at all. */
export interface LevelMeter {
  /** 0 silence to 1 very loud, of the last 85 ms: meters look twelve times a second, and no sound falls between two looks. */
  level(): number
  stop(): void
}

/** Must be made after a tap: browsers keep sound contexts asleep before. */
export function createLevelMeter(stream: MediaStream): LevelMeter {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 4096
  const source = context.createMediaStreamSource(stream)
  source.connect(analyser)
  // Bytes rather than floats: Safari 14.0 lacks getFloatTimeDomainData.
  const wave = new Uint8Array(analyser.fftSize)
  void context.resume()
  return {
    level() {
      analyser.getByteTimeDomainData(wave)
      let sum = 0
      for (const value of wave) sum += ((value - 128) / 128) ** 2
      // The square root of the mean, on a curve where speech fills half of a meter.
      return Math.min(1, Math.sqrt(sum / wave.length) * 3)
    },
    stop() {
      source.disconnect()
      void context.close()
    },
  }
}
