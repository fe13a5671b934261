import { levels, type Skill } from '#core/learning/computer/skill-rules.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { SmallHouse, Tree } from '#ui/drawings/land.tsx'
import { Icon } from '#ui/icon.tsx'
import { useChild } from '../../pupil/session/session.tsx'
import { Scene } from './scene.tsx'
import { SkillPicture } from './skill-picture.tsx'
import { useComputerWords } from './words.ts'

/** Where the stones lie along the way, in percent of the scene: up the hill to the house. */
const stones: readonly (readonly [left: number, top: number])[] = [
  [8, 74], [20, 56], [32, 74], [44, 56], [56, 74], [67, 52], [55, 30], [42, 14], [68, 14], [82, 30],
] // prettier-ignore

/** A soft line through all stones: between two it bends about the middle of each piece. */
const way = ((): string => {
  const points = stones.map(([left, top]) => [left * 13.02, top * 5.52 + 26] as const)
  const bends = points.slice(1).map(([x, y], at) => {
    const [px = 0, py = 0] = points[at] ?? []
    return `Q${px} ${py} ${(px + x) / 2} ${(py + y) / 2}`
  })
  return `M-20 470L0 462${bends.join('')}L1180 150`
})()

/** The way from the first skill to the house, a stone for each; the child stands on the one in turn. */
export function HillPath({ at, onGo }: { readonly at: Skill; readonly onGo: () => void }) {
  const { t } = useComputerWords()
  const child = useChild()
  const place = levels.findIndex(({ id }) => id === at)
  return (
    <Scene house={false}>
      <svg className="pc-way" viewBox="0 0 1302 552" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={way}
          fill="none"
          stroke="#f4e3c2"
          strokeWidth="50"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <svg className="pc-way" viewBox="0 0 1302 552" preserveAspectRatio="xMaxYMin meet" aria-hidden="true">
        <Tree x={1110} y={96} scale={1.7} />
        <SmallHouse x={1216} y={128} scale={3} />
      </svg>
      <ol className="pc-stones" aria-label={t('path')}>
        {levels.map(({ id }, index) => {
          const [left, top] = stones[index] ?? [0, 0]
          const state = index < place ? 'known' : index === place ? 'now' : 'coming'
          return (
            <li key={id} style={{ left: `${left}%`, top: `${top}%` }} data-state={state}>
              <span className="pc-stone">
                {state === 'now' && (
                  <span className="pc-stands">
                    <Face face={child.face} size={64} />
                  </span>
                )}
                <SkillPicture skill={id} size={62} />
                {state === 'known' && (
                  <span className="pc-known">
                    <Icon name="check" weight="bold" />
                  </span>
                )}
              </span>
              <span className="pc-stone-name">{t(`level.${id}`)}</span>
            </li>
          )
        })}
      </ol>
      <GoButton label={t(`level.${at}`)} icon="arrow-right" onPress={onGo} className="pc-go" />
    </Scene>
  )
}
