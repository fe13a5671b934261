import { VERDICTS, type ChessExercise, type ChessHint } from '#core/learning/chess/activity-rules.ts'
import { menOf, type Men, type Square } from '#core/learning/chess/board-rules.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { ChessBoard } from './chess-board.tsx'
import { ManDrawn } from './man.tsx'
import { ChessPage } from './page.tsx'
import { useChessWords } from './words.ts'

const verdicts = ['0', '1', '2'] as const satisfies { readonly length: typeof VERDICTS }
const noSquares: readonly Square[] = []

/** Black to move: is it mate, is it stalemate, or can it go on? */
export function Verdict(props: ActivityProps<ChessExercise, ChessHint>) {
  const { exercise, hint, stage } = props
  const { t, any } = useChessWords()
  const choosing = useChoosing(props)
  const men: Men = menOf(exercise.placed) ?? new Map()
  const nameOf = (square: Square): string => {
    const man = men.get(square)
    return man ? t('square.man', { square, man: t(`man.${man.isWhite ? 'w' : 'b'}${man.kind}`) }) : square
  }
  return (
    <ChessPage
      ask={any(`ask.${exercise.level}`) ?? ''}
      how={any(`how.${exercise.level}`)}
      picture={
        <span className="chess-picture">
          <ManDrawn kind="k" isWhite={false} />
        </span>
      }
      says=""
      shown={stage === 'wrong' ? t('other.verdict') : t('shown')}
      board={
        <ChessBoard
          label={t('board')}
          men={men}
          stars={noSquares}
          chosen={null}
          dots={noSquares}
          rings={hint?.squares ?? noSquares}
          last={noSquares}
          closed
          nameOf={nameOf}
          canDrag={() => false}
          onSquare={() => undefined}
          onDrag={() => undefined}
        />
      }
      tools={null}
    >
      <ChoiceCards
        choosing={choosing}
        choices={verdicts}
        across={3}
        cardHeight="132px"
        nameOf={(verdict) => t(`verdict.${verdict}`)}
      >
        {(verdict) => (
          <span className="chess-verdict" data-verdict={verdict}>
            <ManDrawn kind="k" isWhite={false} />
            <b>{t(`verdict.${verdict}`)}</b>
          </span>
        )}
      </ChoiceCards>
    </ChessPage>
  )
}
