import type { ReactNode } from 'react'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { RoundBeads, Says, TitleLine, Tools } from '../frame/parts.tsx'
import { useTold } from '../frame/use-told.ts'

/** The board on the left; beside it what is asked, what helps, the beads and the tools. */
export function ChessPage({
  board,
  ask,
  how,
  picture,
  diagram,
  says,
  shown,
  tools,
  children,
}: {
  readonly board: ReactNode
  readonly ask: string
  /** How the man moves, or what the word means. */
  readonly how?: string | undefined
  readonly picture: ReactNode
  readonly diagram?: ReactNode
  /** What is said of the last move; '' for nothing. */
  readonly says: string
  readonly shown: string
  readonly tools: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useWords()
  useTold(says)
  return (
    <main className="board chess-page">
      <div className="chess-frame">{board}</div>
      <div className="chess-side">
        <TitleLine speak={ask} end={<span />} />
        <section className="card chess-ask">
          {picture}
          <p>
            <SpokenText>{ask}</SpokenText>
          </p>
        </section>
        {how !== undefined && (
          <section className="card chess-ask chess-how">
            {diagram}
            <p>
              <SpokenText>{how}</SpokenText>
            </p>
            <Speak plain text={how} label={t('child.read', { text: how })} />
          </section>
        )}
        {children}
        <div className="chess-says">
          {says === '' ? (
            <Says shown={shown} wrong={shown} />
          ) : (
            <p className="soft" role="status">
              <SpokenText pinyin={false}>{says}</SpokenText>
            </p>
          )}
        </div>
        <RoundBeads />
        <Tools giveUp>{tools}</Tools>
      </div>
    </main>
  )
}
