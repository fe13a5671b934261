import './stream.css'
import type { Stone } from '#core/learning/characters/activity-rules.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useChild } from '../../pupil/session/session.tsx'
import { Board } from '../frame/parts.tsx'
import { Landscape } from './landscape.tsx'
import { useCharactersWords } from './words.ts'

/** The lesson as stones in a stream: known, in turn, come back today, new. Each can be tapped. */
export function Stream({
  lesson,
  now,
  fromBook,
  onStone,
}: {
  readonly lesson: readonly Stone[]
  /** Key of the one in turn. */
  readonly now: string
  readonly fromBook: boolean
  readonly onStone: (key: string) => void
}) {
  const { t } = useCharactersWords()
  const { face } = useChild()
  const current = lesson.find(({ key }) => key === now)
  const character = current?.character ?? ''
  const speak = t('cross', { character })
  return (
    <Board className="stream-board" speak={speak} unseen>
      <section className="stream">
        <Landscape />
        <ol className="stones">
          {lesson.map((stone, at) => {
            const mine = stone.key === now
            const look = mine
              ? fromBook
                ? 'returns'
                : 'now'
              : stone.returns
                ? 'returns'
                : stone.known
                  ? 'known'
                  : 'new'
            return (
              <li key={stone.key} style={{ left: `${11 + at * 10.6}%`, top: at % 2 === 0 ? '72%' : '46%' }}>
                {mine && (
                  <span className="stands">
                    <Face face={face} size={76} />
                  </span>
                )}
                <button type="button" className={`stone ${look}`} onClick={() => onStone(stone.key)}>
                  <span className="py">{stone.pinyin}</span>
                  <b>{stone.character}</b>
                  <span className="quiet">，{t(`stone.${look}`)}</span>
                  {look === 'known' && (
                    <span className="badge leaf">
                      <Icon name="check" weight="bold" />
                    </span>
                  )}
                  {look === 'returns' && (
                    <span className="badge">
                      <Picture name="wave" />
                    </span>
                  )}
                </button>
              </li>
            )
          })}
        </ol>
        <GoButton label={t('learn', { character })} icon="arrow-right" onPress={() => onStone(now)} />
      </section>
    </Board>
  )
}
