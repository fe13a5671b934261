import { useRef, useState, type PointerEvent } from 'react'
import type { Tool } from '#core/learning/computer/skill-rules.ts'
import { wishes, type Spot, type Wish } from '#core/learning/computer/task-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { placeOf, Scene } from './scene.tsx'
import { SkillPicture } from './skill-picture.tsx'
import { toolOf, type Deed } from './use-deed.ts'
import { useComputerWords } from './words.ts'

const pictures: Readonly<Record<Wish, PictureName>> = { water: 'droplet', sun: 'sun', basket: 'basket' }
/** A finger that rests so long opens the menu, ms. */
const LONG = 550

interface PlantsProps {
  readonly spots: readonly Spot[]
  readonly wants: readonly Wish[]
  readonly deed: Deed
  readonly ring: boolean
}

/** Plants that wish for something: the right button opens a menu of our own, and of nobody else's. */
export function Plants({ spots, wants, deed, ring }: PlantsProps) {
  const { t } = useComputerWords()
  const [open, setOpen] = useState<{ readonly at: number; readonly by: Tool }>()
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { done, over } = deed
  const isDone = (at: number) => over || (done[at] ?? -1) >= 0
  const openAt = (at: number, by: Tool) => (isDone(at) ? undefined : setOpen({ at, by }))
  const give = (wish: number) => {
    if (!open) return
    if (wishes[wish] !== wants[open.at]) return deed.miss()
    const next = wants.map((_, at) => (at === open.at ? wish : (done[at] ?? -1)))
    setOpen(undefined)
    return deed.step(
      next,
      open.by,
      next.every((one) => one >= 0),
    )
  }
  const stopResting = () => clearTimeout(resting.current)
  const down = (at: number) => (event: PointerEvent) => {
    stopResting()
    if (event.pointerType === 'touch') resting.current = setTimeout(() => openAt(at, 'touch'), LONG)
  }
  const next = wants.findIndex((_, at) => !isDone(at))
  return (
    <Scene how={<SkillPicture skill="right" size={96} />} onBeside={() => setOpen(undefined)}>
      {spots.map((spot, at) => (
        <div
          key={`${spot.column} ${spot.row}`}
          className="pc-plant"
          style={placeOf(spot)}
          data-open={open?.at === at}
        >
          {!isDone(at) && (
            <span className="pc-wish">
              <Picture name={pictures[wants[at] ?? 'water']} />
            </span>
          )}
          <button
            type="button"
            className="pc-thing"
            data-ring={ring && at === next}
            aria-label={t(isDone(at) ? 'thing.plant-done' : `thing.plant-${wants[at] ?? 'water'}`)}
            aria-haspopup="menu"
            aria-disabled={isDone(at)}
            onPointerDown={down(at)}
            onPointerUp={stopResting}
            onPointerCancel={stopResting}
            onContextMenu={(event) => {
              event.preventDefault()
              if (toolOf(event) !== 'touch') openAt(at, toolOf(event))
            }}
            onClick={(event) => {
              const by = toolOf(event)
              if (by === 'keys') openAt(at, by)
              else if (by !== 'touch' && !isDone(at)) deed.miss()
            }}
          >
            <Picture name={isDone(at) ? 'sunflower' : 'seedling'} />
          </button>
          {open?.at === at && (
            <ul
              className="pc-menu"
              role="menu"
              data-side={spot.column > 4 ? 'left' : 'right'}
              data-up={spot.row > 0}
              aria-label={t('thing.menu')}
            >
              {wishes.map((wish, index) => (
                <li key={wish} role="none">
                  <button
                    type="button"
                    role="menuitem"
                    data-ring={ring && wish === wants[at]}
                    onClick={() => give(index)}
                  >
                    <Picture name={pictures[wish]} />
                    {t(`wish.${wish}`)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Scene>
  )
}
