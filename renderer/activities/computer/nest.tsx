import { useRef } from 'react'
import type { Spot } from '#core/learning/computer/task-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { placeOf, Scene } from './scene.tsx'
import { Mouse, SkillPicture } from './skill-picture.tsx'
import { type Deed } from './use-deed.ts'
import { useDrag } from './use-drag.ts'
import { useComputerWords } from './words.ts'

interface NestProps {
  readonly spots: readonly Spot[]
  readonly home: 0 | 1
  readonly deed: Deed
  readonly ring: boolean
}

/** Chicks that are pulled into their nest. */
export function Nest({ spots, home, deed, ring }: NestProps) {
  const { t } = useComputerWords()
  const nest = useRef<HTMLButtonElement>(null)
  const { done, over } = deed
  const dragging = useDrag(
    () => (nest.current ? [nest.current] : []),
    (at, to, by) => {
      if (to === undefined) return deed.miss()
      const next = [...done, at].toSorted((one, other) => one - other)
      return deed.step(next, by, next.length === spots.length)
    },
  )
  const next = spots.findIndex((_, at) => !done.includes(at))
  return (
    <Scene how={<HowToDrag />}>
      <button
        ref={nest}
        type="button"
        className="pc-nest"
        data-home={home}
        data-near={dragging.chosen !== undefined}
        aria-label={t('thing.nest')}
        onClick={() => dragging.place(0)}
      >
        <svg viewBox="-100 -70 200 130" aria-hidden="true">
          <ellipse cy="18" rx="86" ry="30" fill="#a98556" />
          <ellipse cy="4" rx="86" ry="28" fill="#c9a878" />
          <ellipse cy="0" rx="66" ry="18" fill="#8a6a4a" />
        </svg>
        <span className="pc-homed">
          {done.map((at) => (
            <Picture key={at} name="chick" />
          ))}
        </span>
      </button>
      {spots.map((spot, at) =>
        done.includes(at) ? null : (
          <button
            key={`${spot.column} ${spot.row}`}
            type="button"
            className="pc-spot pc-pulled"
            data-ring={ring && at === next}
            data-chosen={dragging.chosen === at}
            aria-label={t('thing.chick', { place: at + 1 })}
            aria-pressed={dragging.chosen === at}
            style={{ ...placeOf(spot), fontSize: 96, width: 104, height: 104 }}
            {...(over ? {} : dragging.handlers(at))}
            onClick={() => (over ? undefined : dragging.choose(at))}
          >
            <Picture name="chick" />
          </button>
        ),
      )}
    </Scene>
  )
}

/** Press, pull, let go. */
export function HowToDrag() {
  const { t } = useComputerWords()
  return (
    <ol>
      <li>
        <svg viewBox="0 0 100 100" width="76" height="76" aria-hidden="true">
          <Mouse lit="left" />
        </svg>
        {t('how.press')}
      </li>
      <li className="then" aria-hidden="true">
        <Icon name="caret-right" weight="bold" />
      </li>
      <li>
        <SkillPicture skill="drag" size={76} />
        {t('how.pull')}
      </li>
      <li className="then" aria-hidden="true">
        <Icon name="caret-right" weight="bold" />
      </li>
      <li>
        <svg viewBox="0 0 100 100" width="76" height="76" aria-hidden="true">
          <Mouse />
        </svg>
        {t('how.let-go')}
      </li>
    </ol>
  )
}
