import type { Man } from '#core/learning/chess/board-rules.ts'
import { outlines } from '#core/learning/chess/outline-rules.ts'

/** A man with its face; the knight is seen from the side. */
export function ManDrawn({ kind, isWhite }: Man) {
  const { body, eyes } = outlines[kind]
  return (
    <svg className="man" data-white={isWhite} viewBox="0 0 100 100" aria-hidden="true">
      {body.map((line) => (
        <path key={line} d={line} />
      ))}
      {kind === 'n' ? (
        <circle cx="42" cy={eyes} r="4" />
      ) : (
        <>
          <circle cx="43" cy={eyes} r="3.4" />
          <circle cx="57" cy={eyes} r="3.4" />
          <path className="smile" d={`M45 ${eyes + 8}q5 5 10 0`} />
        </>
      )}
    </svg>
  )
}

export function StarDrawn() {
  return (
    <svg className="star" viewBox="0 0 100 100" aria-hidden="true">
      <path d="M50 14l11 24 26 3-19 18 5 26-23-13-23 13 5-26-19-18 26-3Z" />
    </svg>
  )
}
