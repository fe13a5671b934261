import type { Thing } from '#core/learning/patterns/law-rules.ts'
import { Things } from './things.tsx'

export interface TrainProps {
  readonly places: readonly (Thing | null)[]
  /** What was put into the empty wagon. */
  readonly found: Thing | undefined
  readonly marks: readonly number[]
  readonly label: string
}

/** An engine and a wagon for each place; the empty one is dashed. */
export function Train({ places, found, marks, label }: TrainProps) {
  return (
    <section className="train-scene">
      <svg className="land-pic" viewBox="0 0 1302 366" preserveAspectRatio="none" aria-hidden="true">
        <path className="far" d="M0 366V200Q260 120 560 190T1302 150V366Z" />
        <path className="near" d="M0 366V256Q300 206 640 250T1302 226V366Z" />
        <path className="ground" d="M0 366V312H1302V366Z" />
      </svg>
      <div className="train" role="img" aria-label={label}>
        <div className="engine">
          <Engine />
        </div>
        {places.map((place, at) => {
          const load = place ?? found
          return (
            <div key={at} className="wagon" data-empty={place === null} data-marked={marks.includes(at)}>
              <span className="load">{load && <Things {...load} />}</span>
              <Wagon />
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Engine() {
  return (
    <svg viewBox="0 0 180 230">
      <path className="roof" d="M96 10h76v24H96Z" />
      <path className="body" d="M104 32h60v70h-60ZM8 98h156v100H8q-12-50 0-100Z" />
      <path className="glass" d="M114 42h40v34h-40Z" />
      <path className="roof" d="M34 54h32v46H34ZM26 44h48v16H26Z" />
      <path className="stripe" d="M4 130h160" />
      <circle className="lamp" cx="18" cy="118" r="11" />
      <circle className="wheel" cx="44" cy="200" r="24" />
      <circle className="wheel" cx="124" cy="200" r="24" />
    </svg>
  )
}

function Wagon() {
  return (
    <svg viewBox="0 0 112 96">
      <path className="box" d="M4 4h104l-8 58H12Z" />
      <circle className="wheel" cx="32" cy="74" r="17" />
      <circle className="wheel" cx="80" cy="74" r="17" />
    </svg>
  )
}
