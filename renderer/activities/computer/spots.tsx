import type { ComputerExercise } from '#core/learning/computer/activity-rules.ts'
import type { Spot } from '#core/learning/computer/task-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { placeOf, Scene } from './scene.tsx'
import { SkillPicture } from './skill-picture.tsx'
import { toolOf, type Deed } from './use-deed.ts'
import { useDouble } from './use-double.ts'
import { useComputerWords } from './words.ts'

interface SpotsProps {
  readonly level: ComputerExercise['level']
  readonly spots: readonly Spot[]
  readonly deed: Deed
  /** The next one wears a ring. */
  readonly ring: boolean
}

const looks: Readonly<
  Record<'move' | 'click' | 'double', readonly [before: PictureName, half: PictureName, after: PictureName]>
> = {
  move: ['seedling', 'seedling', 'sunflower'],
  click: ['locked', 'locked', 'star'],
  double: ['egg', 'hatching', 'chick'],
}
/** The last is as small as a finger may meet, px. */
const sizes = [112, 96, 80, 66]

/** Things to move over, to click once, to click twice. */
export function Spots({ level, spots, deed, ring }: SpotsProps) {
  const { t } = useComputerWords()
  const skill = level === 'click' || level === 'double' ? level : 'move'
  const [before, halfway, after] = looks[skill]
  const { done, over } = deed
  const reach = (at: number, event: { readonly nativeEvent: Event }) => {
    if (done.includes(at)) return
    const next = [...done, at].toSorted((one, other) => one - other)
    deed.step(next, toolOf(event), next.length === spots.length)
  }
  const double = useDouble(reach, deed.miss)
  const next = spots.findIndex((_, at) => !done.includes(at))
  return (
    <Scene
      how={<SkillPicture skill={level} size={76} />}
      {...(skill === 'move' ? {} : { onBeside: deed.miss })}
    >
      {spots.map((spot, at) => {
        const isDone = done.includes(at)
        const size = skill === 'click' ? (sizes[at] ?? 66) : 108
        return (
          <button
            key={`${spot.column} ${spot.row}`}
            type="button"
            className="pc-spot"
            data-done={isDone}
            data-ring={ring && at === next}
            aria-label={t(isDone ? `thing.${skill}-done` : `thing.${skill}`, { place: at + 1 })}
            aria-disabled={over || isDone}
            style={{ ...placeOf(spot), fontSize: size * 0.86, width: size, height: size }}
            onPointerEnter={(event) => (skill === 'move' && !isDone ? reach(at, event) : undefined)}
            onClick={(event) => {
              if (isDone || over) return
              if (skill === 'double') double.click(at, event)
              else reach(at, event)
            }}
          >
            <Picture name={isDone ? after : double.half === at ? halfway : before} />
          </button>
        )
      })}
    </Scene>
  )
}
