import { useEffect, useRef, useState } from 'react'
import type { ChessExercise, ChessHint, ChessSaid } from '#core/learning/chess/activity-rules.ts'
import { menOf, type Men, type Square } from '#core/learning/chess/board-rules.ts'
import { isStep, placedOf, played, targetsOf, type Step } from '#core/learning/chess/play-rules.ts'
import { isRecord } from '#core/learning/parsed-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { ChessBoard } from './chess-board.tsx'
import { ManDrawn } from './man.tsx'
import { ChessPage } from './page.tsx'
import { useChessWords } from './words.ts'

/** How long black's answer is looked at before the move is taken back, or the next one comes, ms. */
const LOOK_MS = 1600
const ON_MS = 900

/** Positions in which seeing where a man may go would tell too much. */
const noDots: ReadonlySet<string> = new Set(['escape', 'mate-two'])

const isLine = (value: unknown): value is readonly Step[] => Array.isArray(value) && value.every(isStep)

const saidOf = (said: unknown): ChessSaid | null => {
  if (!isRecord(said) || typeof said['isOn'] !== 'boolean') return null
  const { isOn, reply } = said
  return { isOn, reply: isStep(reply) ? reply : null }
}

/** White to move: the right move ends it, any other allowed one is answered by black and taken back. */
export function Moves(props: ActivityProps<ChessExercise, ChessHint>) {
  const { exercise, stage, hint, shown, progress, busy, onAnswer, onKeep, onTouched } = props
  const { t, any } = useChessWords()
  const { level, placed } = exercise
  const [line, setLine] = useState<readonly Step[]>(() =>
    isLine(progress) && progress.length === 2 && played(placed, progress) ? progress : [],
  )
  const [mine, setMine] = useState<Step | null>(null)
  const [chosen, setChosen] = useState<Square | null>(null)
  const said = (stage === 'partly' || stage === 'wrong') && mine ? saidOf(props.said) : null
  const solution = isLine(shown) ? shown : null
  const steps = solution ?? [...line, ...(mine ? [mine] : []), ...(said?.reply ? [said.reply] : [])]
  const board = played(placed, steps) ?? played(placed, line)
  const men: Men = (board && menOf(placedOf(board))) ?? new Map()
  const over = busy || stage === 'right' || stage === 'shown'

  const goOn = () => {
    if (!said || !mine) return
    if (said.isOn && said.reply) {
      const longer = [...line, mine, said.reply]
      setLine(longer)
      onKeep(longer)
    }
    setMine(null)
    onTouched()
  }
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  const waits = said === null ? null : said.isOn ? ON_MS : LOOK_MS
  useEffect(() => {
    if (waits === null) return undefined
    const timer = setTimeout(() => latest.current(), waits)
    return () => clearTimeout(timer)
  }, [waits])

  const isMine = (square: Square): boolean => men.get(square)?.isWhite === true
  const targets = board && chosen && !said ? targetsOf(board, chosen) : []
  const go = (from: Square, to: Square) => {
    if (!board || said || over || !targetsOf(board, from).includes(to)) return
    setChosen(null)
    setMine(from + to)
    onTouched()
    onAnswer([...line, from + to])
  }
  const tap = (square: Square) => {
    if (said) return goOn()
    if (isMine(square)) return setChosen(square === chosen ? null : square)
    if (chosen) go(chosen, square)
  }
  const nameOf = (square: Square): string => {
    const man = men.get(square)
    return man ? t('square.man', { square, man: t(`man.${man.isWhite ? 'w' : 'b'}${man.kind}`) }) : square
  }
  const last = steps.at(-1)
  const rings = hint && !over && line.length === 0 && !mine ? hint.squares : []
  const says = said
    ? ((said.isOn ? t('on') : any(`other.${level}`)) ?? '')
    : line.length > 0 && !over
      ? t('now-mate')
      : ''
  return (
    <ChessPage
      ask={any(`ask.${level}`) ?? ''}
      how={any(`how.${level}`)}
      picture={
        <span className="chess-picture">
          <ManDrawn kind="k" isWhite={level === 'guard' || level === 'escape'} />
        </span>
      }
      says={says}
      shown={t('shown')}
      board={
        <ChessBoard
          label={t('board')}
          men={men}
          stars={[]}
          chosen={over ? null : chosen}
          dots={noDots.has(level) ? [] : targets}
          rings={rings}
          last={last ? [last.slice(0, 2), last.slice(2)] : []}
          closed={over}
          nameOf={nameOf}
          canDrag={(square) => !said && isMine(square)}
          onSquare={tap}
          onDrag={go}
        />
      }
      tools={null}
    />
  )
}
