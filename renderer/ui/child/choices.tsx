import './choices.css'
import type { ReactElement } from 'react'
import { Lantern } from '../drawings/lantern.tsx'
import { mergeLetters } from '../letters-rules.ts'
import { pageDots } from '../pages-rules.ts'
import { Picture } from '../picture.tsx'
import type { PictureName } from '../sprite/names.ts'
import { RoundButton } from './buttons.tsx'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly picture: PictureName | ReactElement
}

export interface SideChoicesProps {
  /** What is chosen here: grades, subjects. */
  readonly label: string
  readonly items: readonly Choice[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  /** Inside a door its colour marks what is chosen; else the sun does. */
  readonly inDoor?: boolean
}

/** The column on the left: one picture and word for each grade or subject. */
export function SideChoices({ label, items, chosen, onChoose, inDoor = false }: SideChoicesProps) {
  return (
    <div className={inDoor ? 'classes in-door' : 'classes'} role="group" aria-label={label}>
      {items.map(({ id, label: word, picture }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {typeof picture === 'string' ? <Picture name={picture} /> : picture}
          <span>{word}</span>
        </button>
      ))}
    </div>
  )
}

export interface LettersProps {
  readonly label: string
  readonly allLabel: string
  /** Capital letters in order, with how many children stand behind each. */
  readonly letters: readonly { readonly letter: string; readonly children: number }[]
  /** The chosen letters; empty for all. */
  readonly chosen: readonly string[]
  /** Called with the letters of the button, empty for all. */
  readonly onChoose: (letters: readonly string[]) => void
}

/** Buttons for letters besides “all” that keep 64 px: at 1366 px and at 1024 px. */
const room = { wide: 16, narrow: 9 } as const

/** The row of first letters; on a narrow screen neighbours share a button (“G H”). */
export function Letters({ label, allLabel, letters, chosen, onChoose }: LettersProps) {
  return (['wide', 'narrow'] as const).map((width) => (
    <div key={width} className={`letters ${width}`} role="group" aria-label={label}>
      <button type="button" aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
        {allLabel}
      </button>
      {mergeLetters(letters, room[width]).map((group) => (
        <button
          key={group.join('')}
          type="button"
          aria-pressed={chosen.length > 0 && chosen.every((letter) => group.includes(letter))}
          onClick={() => onChoose(group)}
        >
          {group.join(' ')}
        </button>
      ))}
    </div>
  ))
}

export interface PagerProps {
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly previousLabel: string
  readonly nextLabel: string
  /** Where we are, for screen readers: “page 2 of 7”. */
  readonly label: string
  /** Beyond which arrow a lantern is lit: a tile of another page. The labels of the arrows say so too. */
  readonly lit?: { readonly previous: boolean; readonly next: boolean }
}

/** Round arrows and dots: lists of children page, they never scroll. Nothing at all for a single page. */
export function Pager({ page, pages, onPage, previousLabel, nextLabel, label, lit }: PagerProps) {
  if (pages <= 1) return <div className="who-more" />
  return (
    <div className="who-more" role="group" aria-label={label}>
      <span className="page-way">
        <RoundButton
          label={previousLabel}
          icon="caret-left"
          weight="bold"
          disabled={page <= 0}
          onPress={() => onPage(page - 1)}
        />
        {lit?.previous && <Lantern />}
      </span>
      {pageDots(pages, page, 9).map((dot) => (
        <i key={dot} className={dot === page ? 'on' : undefined} />
      ))}
      <span className="page-way">
        <RoundButton
          label={nextLabel}
          icon="caret-right"
          weight="bold"
          disabled={page >= pages - 1}
          onPress={() => onPage(page + 1)}
        />
        {lit?.next && <Lantern />}
      </span>
      <span className="quiet" role="status">
        {label}
      </span>
    </div>
  )
}
