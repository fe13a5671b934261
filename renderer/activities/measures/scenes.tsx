import type { MeasureTask } from '#core/learning/measures/task-rules.ts'
import { useMeasuresWords } from './words.ts'

type Of<K extends MeasureTask['kind']> = Extract<MeasureTask, { kind: K }>

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** Where a cm of the ruler and a step of a scale lie. */
const xOf = (cm: number) => 36 + cm * 46
const yOf = (at: number) => 246 - at * 22

/** A ruler of 15 cm under something long; help: a step for each cm. */
export function RulerScene({
  task: { from, to },
  help,
}: {
  readonly task: Of<'ruler'>
  readonly help: boolean
}) {
  const { t } = useMeasuresWords()
  return (
    <svg
      className="measure-scene"
      viewBox="0 0 762 206"
      role="img"
      aria-label={t('scene.ruler', { from, to })}
    >
      {help &&
        places(to - from).map((at) => (
          <path key={at} className="hop" d={`M${xOf(from + at)} 44q23-44 46 0`} />
        ))}
      <path
        className="pencil"
        d={`M${xOf(from)} 52H${xOf(to) - 22}L${xOf(to)} 70L${xOf(to) - 22} 88H${xOf(from)}Z`}
      />
      <path className="pencil-tip" d={`M${xOf(to) - 22} 52L${xOf(to)} 70L${xOf(to) - 22} 88Z`} />
      <path className="reach" d={`M${xOf(from)} 50V122M${xOf(to)} 50V122`} />
      <rect className="ruler-body" x="8" y="116" width="746" height="84" rx="12" />
      {places(151).map((mm) => (
        <path
          key={mm}
          className="ruler-tick"
          d={`M${36 + mm * 4.6} 118v${mm % 10 === 0 ? 28 : mm % 5 === 0 ? 20 : 12}`}
        />
      ))}
      {places(16).map((cm) => (
        <text key={cm} x={xOf(cm)} y="180">
          {cm}
        </text>
      ))}
    </svg>
  )
}

/** A jug, or the scale of a balance; help: the first step has its number. */
export function GaugeScene({ task, help }: { readonly task: Of<'jug' | 'balance'>; readonly help: boolean }) {
  const { t } = useMeasuresWords()
  const { kind, step, value } = task
  const top = yOf(value / step)
  return (
    <svg
      className="measure-scene tall"
      viewBox="0 0 330 270"
      role="img"
      aria-label={t(`scene.${kind}`, { step })}
    >
      {kind === 'jug' ? (
        <>
          <path className="water" d={`M62 ${top}H208V246H62Z`} />
          <path className="glass" d="M58 10V250H212V10M58 60q-48 0-48 60t48 60" />
        </>
      ) : (
        <>
          <rect className="ruler-body" x="96" y="8" width="116" height="254" rx="16" />
          <path className="pointer" d={`M40 ${top - 16}L96 ${top}L40 ${top + 16}Z`} />
          <path className="pointer-line" d={`M96 ${top}H150`} />
        </>
      )}
      {places(11).map((at) => (
        <path key={at} className="gauge-tick" d={`M208 ${yOf(at)}h${at % 5 === 0 ? -46 : -28}`} />
      ))}
      {[0, 5, 10, ...(help ? [1] : [])].map((at) => (
        // The first step lies so near to nought that its number needs a column of its own.
        <text key={at} className={at === 1 ? 'helped' : ''} x={at === 1 ? 296 : 250} y={yOf(at) + 9}>
          {at * step}
        </text>
      ))}
    </svg>
  )
}

/** Squares of one cm; help: rows in turn coloured, or each edge on its own. */
export function SquaresScene({
  task: { kind, rows },
  help,
}: {
  readonly task: Of<'squares-area' | 'squares-perimeter'>
  readonly help: boolean
}) {
  const { t } = useMeasuresWords()
  const size = 54
  // In the middle of six by four.
  const left = (Math.max(...rows) * size - 6 * size) / 2 - 8
  const above = (rows.length * size - 4 * size) / 2 - 8
  const has = (x: number, y: number) => x >= 0 && x < (rows[y] ?? 0)
  const cells = rows.flatMap((row, y) => places(row).map((x) => ({ x, y })))
  const edges = cells.flatMap(({ x, y }) => [
    ...(has(x, y - 1) ? [] : [`M${x * size + 5} ${y * size}h${size - 10}`]),
    ...(has(x, y + 1) ? [] : [`M${x * size + 5} ${(y + 1) * size}h${size - 10}`]),
    ...(has(x - 1, y) ? [] : [`M${x * size} ${y * size + 5}v${size - 10}`]),
    ...(has(x + 1, y) ? [] : [`M${(x + 1) * size} ${y * size + 5}v${size - 10}`]),
  ])
  return (
    <svg
      className="measure-scene tall"
      viewBox={`${left} ${above} ${6 * size + 16} ${4 * size + 16}`}
      role="img"
      aria-label={t('scene.squares', { rows: rows.join(t('between')) })}
    >
      {cells.map(({ x, y }) => (
        <rect
          key={`${x} ${y}`}
          className="square-cm"
          data-odd={help && kind === 'squares-area' && y % 2 === 1}
          x={x * size}
          y={y * size}
          width={size}
          height={size}
        />
      ))}
      {help && kind === 'squares-perimeter' && <path className="edge" d={edges.join('')} />}
    </svg>
  )
}

/** A rectangle with its sides; help: the squares in it, or all four sides. */
export function RectangleScene({
  task: { kind, sides },
  help,
}: {
  readonly task: Of<'area' | 'perimeter'>
  readonly help: boolean
}) {
  const { t } = useMeasuresWords()
  const [wide, high] = sides
  const size = Math.min(400 / wide, 170 / high)
  const [w, h] = [wide * size, high * size]
  const grid = [
    ...places(wide - 1).map((at) => `M${(at + 1) * size} 0V${h}`),
    ...places(high - 1).map((at) => `M0 ${(at + 1) * size}H${w}`),
  ]
  const cm = (number: number) => t('cm', { number })
  return (
    <svg
      className="measure-scene tall"
      viewBox={`-90 -44 ${w + 180} ${h + 88}`}
      role="img"
      aria-label={t('scene.rectangle', { wide, high })}
    >
      <rect className="square-cm" width={w} height={h} />
      {help && kind === 'area' && <path className="grid-line" d={grid.join('')} />}
      <text x={w / 2} y={h + 32}>
        {cm(wide)}
      </text>
      <text x="-48" y={h / 2 + 9}>
        {cm(high)}
      </text>
      {help && kind === 'perimeter' && (
        <>
          <text className="helped" x={w / 2} y="-14">
            {cm(wide)}
          </text>
          <text className="helped" x={w + 48} y={h / 2 + 9}>
            {cm(high)}
          </text>
        </>
      )}
    </svg>
  )
}

/** A place on the protractor: degrees from its right end, and how far out. */
const at = (angle: number, far: number) => {
  const turn = (angle * Math.PI) / 180
  return `${Math.round(2400 + 10 * far * Math.cos(turn)) / 10} ${Math.round(2250 - 10 * far * Math.sin(turn)) / 10}`
}

/** Two rays under a protractor; help: the arc, and the row of numbers that begins at the base. */
export function AngleScene({
  task: { base, degrees },
  help,
}: {
  readonly task: Of<'angle'>
  readonly help: boolean
}) {
  const { t } = useMeasuresWords()
  const angle = base === 'right' ? degrees : 180 - degrees
  const marks = places(10).map((twenty) => twenty * 20)
  const label = (mark: number, far: number, number: number, mine: boolean) => {
    const [x, y] = at(mark, far).split(' ')
    return (
      <text
        key={`${far} ${mark}`}
        className={help && mine ? 'degree helped' : 'degree'}
        x={x}
        // Those of the base stand above its line.
        y={Number(y) + (mark % 180 === 0 ? -8 : 7)}
      >
        {number}
      </text>
    )
  }
  return (
    <svg
      className="measure-scene tall"
      viewBox="0 0 480 240"
      role="img"
      aria-label={t(`scene.angle-${base}`)}
    >
      <path className="protractor" d="M24 225A216 216 0 0 1 456 225Z" />
      {places(37).map((five) => (
        <path
          key={five}
          className="gauge-tick thin"
          d={`M${at(five * 5, 214)}L${at(five * 5, five % 2 === 0 ? 200 : 206)}`}
        />
      ))}
      {help && (
        <path
          className="arc"
          d={
            base === 'right'
              ? `M${at(0, 90)}A90 90 0 0 0 ${at(angle, 90)}`
              : `M${at(180, 90)}A90 90 0 0 1 ${at(angle, 90)}`
          }
        />
      )}
      <path className="ray" d={`M${at(base === 'right' ? 0 : 180, 214)}L240 225L${at(angle, 214)}`} />
      <circle className="corner" cx="240" cy="225" r="7" />
      {marks.map((mark) => label(mark, 181, mark, base === 'right'))}
      {marks.map((mark) => label(mark, 134, 180 - mark, base === 'left'))}
    </svg>
  )
}
