/** Heights of bars, 0.15 to 1, drawn from an address alone: they say “a voice”, not what is in it. */
export const waveOf = (address: string, bars: number): readonly number[] =>
  Array.from({ length: bars }, (_none, at) => {
    const code = address.charCodeAt(address.length - 1 - (at % Math.max(1, address.length)))
    return 0.15 + ((code * (at + 5)) % 86) / 100
  })
