export interface SunProps {
  /** Radius in units of the picture around it; the glow is half as wide again. */
  readonly r: number
}

const n = (value: number) => Math.round(value * 100) / 100

/** The smiling sun, centred on 0 0, to be placed inside another drawing. */
export function Sun({ r }: SunProps) {
  const eye = `q${n(r * 0.12)} ${n(r * -0.16)} ${n(r * 0.24)} 0`
  const mouth = `q${n(r * 0.28)} ${n(r * 0.28)} ${n(r * 0.56)} 0`
  const face =
    `M${n(r * -0.42)} ${n(r * -0.08)}${eye}M${n(r * 0.18)} ${n(r * -0.08)}${eye}` +
    `M${n(r * -0.28)} ${n(r * 0.2)}${mouth}`
  return (
    <>
      <circle r={n(r * 1.55)} fill="#ffd77e" opacity=".35" />
      <circle r={r} fill="#f6b73c" />
      <circle r={n(r * 0.8)} fill="#ffc95c" />
      <path d={face} fill="none" stroke="#a8690a" strokeWidth={n(r * 0.09)} strokeLinecap="round" />
      <g fill="#f39a5a" opacity=".6">
        <circle cx={n(r * -0.52)} cy={n(r * 0.16)} r={n(r * 0.12)} />
        <circle cx={n(r * 0.52)} cy={n(r * 0.16)} r={n(r * 0.12)} />
      </g>
    </>
  )
}
