import type { Drawn } from '#core/learning/shapes/drawing-rules.ts'

/** A drawing of the rules, as large as there is room for. */
export function Drawing({
  drawn: { width, height, paths },
  name,
}: {
  readonly drawn: Drawn
  readonly name?: string
}) {
  return (
    <svg
      className="shape"
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {paths.map(({ d, tone }, at) => (
        <path key={at} className={tone} d={d} />
      ))}
    </svg>
  )
}
