import { useState } from 'react'
import type { AnimalName } from '#core/learning/computer/task-rules.ts'
import { Picture } from '#ui/picture.tsx'
import { SkillPicture } from './skill-picture.tsx'
import { Scene } from './scene.tsx'
import { toolOf, type Deed } from './use-deed.ts'
import { useComputerWords } from './words.ts'

interface TowerProps {
  readonly floors: readonly AnimalName[]
  readonly at: number
  readonly deed: Deed
  readonly ring: boolean
}

/** A house of many floors, of which two are seen: the wheel (a finger, the keyboard) brings the others. */
export function Tower({ floors, at, deed, ring }: TowerProps) {
  const { t } = useComputerWords()
  const [tried, setTried] = useState<readonly number[]>([])
  const wanted = floors[at] ?? 'cat'
  return (
    <Scene how={<SkillPicture skill="scroll" size={96} />}>
      <p className="pc-wanted">
        <Picture name={wanted} />
        <b>？</b>
      </p>
      <div className="pc-tower">
        <svg viewBox="0 0 300 60" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 60Q24 44 40 8H260Q276 44 300 60Z" fill="#5f7884" />
        </svg>
        <ul data-scrolls>
          {floors.map((animal, floor) => (
            <li key={animal}>
              <button
                type="button"
                className="pc-floor"
                data-found={deed.over && floor === at}
                data-ring={ring && floor === at}
                data-out={tried.includes(floor)}
                aria-label={t(`animal.${animal}`)}
                aria-disabled={deed.over || tried.includes(floor)}
                onClick={(event) => {
                  if (floor === at) return deed.step([floor], toolOf(event), true)
                  setTried([...tried, floor])
                  return deed.miss()
                }}
              >
                <Picture name={animal} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Scene>
  )
}
