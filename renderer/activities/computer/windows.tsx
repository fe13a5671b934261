import { useState } from 'react'
import type { Tool } from '#core/learning/computer/skill-rules.ts'
import type { AnimalName, WindowDeed } from '#core/learning/computer/task-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { toolOf, type Deed } from './use-deed.ts'
import { useDrag } from './use-drag.ts'
import { useComputerWords } from './words.ts'

interface WindowsProps {
  readonly deed: WindowDeed
  readonly windows: readonly AnimalName[]
  readonly at: number
  readonly going: Deed
  readonly ring: boolean
}

const places = [
  { left: '2%', top: '3%' },
  { left: '22%', top: '15%' },
  { left: '42%', top: '27%' },
]

/** A desk of our own with three windows: to close, bring forward, make large or small, or pull aside. Nothing real can break. */
export function Windows({ deed, windows, at, going, ring }: WindowsProps) {
  const { t } = useComputerWords()
  const [order, setOrder] = useState<readonly number[]>([0, 1, 2])
  const { over } = going
  const name = (which: number) => t(`animal.${windows[which] ?? 'cat'}`)
  const toFront = (which: number) => setOrder([...order.filter((one) => one !== which), which])
  const did = (what: WindowDeed, which: number, by: Tool) => {
    if (over) return
    toFront(which)
    if (what === deed && which === at) going.step([at], by, true)
    // To look at another window first is no mistake.
    else if (what !== 'front') going.miss()
  }
  const dragging = useDrag(
    () => [],
    (which, _to, by) => did('move', which, by),
  )
  const isAt = (what: WindowDeed, which: number) => ring && what === deed && which === at
  return (
    <section className="pc-desk" onContextMenu={(event) => event.preventDefault()}>
      <p className="pc-wanted pc-on-desk">
        <Picture name={windows[at] ?? 'cat'} />
        <DeedPicture deed={deed} />
      </p>
      {windows.map((animal, which) => (
        <div
          key={animal}
          className="pc-window"
          style={{ ...places[which], zIndex: order.indexOf(which) + 1 }}
          data-done={over && which === at ? deed : undefined}
        >
          <div className="pc-bar">
            <button
              type="button"
              className="pc-title"
              data-ring={isAt('move', which) || isAt('front', which)}
              aria-label={t('window.bar', { who: name(which) })}
              {...(over ? {} : dragging.handlers(which))}
              onClick={(event) =>
                did(deed === 'move' && toolOf(event) === 'keys' ? 'move' : 'front', which, toolOf(event))
              }
            >
              <Picture name={animal} />
            </button>
            {(['small', 'large', 'close'] as const).map((what) => (
              <button
                key={what}
                type="button"
                data-ring={isAt(what, which)}
                aria-label={t(`window.${what}`, { who: name(which) })}
                onClick={(event) => did(what, which, toolOf(event))}
              >
                <DeedPicture deed={what} />
              </button>
            ))}
          </div>
          <button
            type="button"
            className="pc-inside"
            tabIndex={-1}
            aria-label={t('window.inside', { who: name(which) })}
            onClick={(event) => did('front', which, toolOf(event))}
          >
            <Picture name={animal} />
          </button>
        </div>
      ))}
    </section>
  )
}

/** What the buttons of a window show, and what is asked. */
function DeedPicture({ deed }: { readonly deed: WindowDeed }) {
  if (deed === 'close') return <Icon name="x" weight="bold" />
  if (deed === 'small') return <Icon name="minus" weight="bold" />
  const line = {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 3,
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  } as const
  return (
    <svg className="icon" viewBox="0 0 32 32" aria-hidden="true">
      {deed === 'large' && <rect x="6" y="7" width="20" height="18" rx="3" {...line} />}
      {deed === 'front' && (
        <>
          <rect x="5" y="5" width="15" height="14" rx="3" {...line} opacity=".5" />
          <rect x="12" y="12" width="15" height="15" rx="3" {...line} fill="#fff" />
        </>
      )}
      {deed === 'move' && <path d="M4 16h24M4 16l5-5M4 16l5 5M28 16l-5-5M28 16l-5 5" {...line} />}
    </svg>
  )
}
