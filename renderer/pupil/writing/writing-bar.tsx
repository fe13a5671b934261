import { type RefObject, useEffect, useRef } from 'react'
import { Icon } from '#ui/icon.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { CandidateBar } from './candidate-bar.tsx'
import { LetterKeys } from './letter-keys.tsx'
import type { Writer, WriterView } from './writer.ts'

/** Marks that close a sentence are always at hand. */
const marks = { chinese: ['，', '。', '？', '！'], latin: [',', '.', '?', '!'] } as const

export interface WritingBarProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly view: WriterView
  readonly writer: Writer
  /** Are the keys to tap on shown? */
  readonly keys: boolean
  readonly onKeys: (shown: boolean) => void
  /** Takes away what stands before the caret. */
  readonly onBackspace: () => void
}

const keepFocus = (event: Event) => event.preventDefault()

/** Keeps the place of writing in sight above the bar, and the focus in the field; answers how to let go. */
function lieUnder(text: HTMLTextAreaElement, bar: HTMLElement): () => void {
  const fit = () => {
    text.style.height = ''
    const hidden = text.getBoundingClientRect().bottom - bar.getBoundingClientRect().top
    if (hidden > 0) text.style.height = `${Math.max(0, text.offsetHeight - Math.ceil(hidden) - 4)}px`
    if (text.selectionEnd === text.value.length) text.scrollTop = text.scrollHeight
  }
  const size = new ResizeObserver(fit)
  size.observe(bar)
  bar.addEventListener('mousedown', keepFocus)
  return () => {
    size.disconnect()
    bar.removeEventListener('mousedown', keepFocus)
    text.style.height = ''
  }
}

/** The bar under a field: what may be meant while a child types, else languages, marks and the keys to tap on. */
export function WritingBar({ field, view, writer, keys, onKeys, onBackspace }: WritingBarProps) {
  const { t } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => (field.current && bar.current ? lieUnder(field.current, bar.current) : undefined), [field])
  const composing = view.composition.letters !== ''
  const mark = (text: string) => writer.does({ kind: 'mark', mark: text })
  return (
    <div
      ref={bar}
      className={keys ? 'writing-bar with-keys' : 'writing-bar'}
      role="group"
      aria-label={t('writing.title')}
    >
      {composing ? (
        <CandidateBar view={view} onDeed={(deed) => writer.does(deed)} />
      ) : (
        <div className="dock">
          <button
            type="button"
            tabIndex={-1}
            className="tongue"
            // What is written on it comes first: who speaks to the machine says that.
            aria-label={`中abc, ${t(view.latin ? 'writing.latin' : 'writing.chinese')}`}
            onClick={() => writer.toggleLatin()}
          >
            <b className={view.latin ? undefined : 'on'} lang="zh-CN">
              中
            </b>
            <b className={view.latin ? 'on' : undefined}>abc</b>
          </button>
          {marks[view.latin ? 'latin' : 'chinese'].map((one) => (
            <button key={one} type="button" tabIndex={-1} onClick={() => mark(one)}>
              {one}
            </button>
          ))}
          <button
            type="button"
            tabIndex={-1}
            className="show-keys"
            aria-pressed={keys}
            aria-label={t(keys ? 'writing.keys.hide' : 'writing.keys.show')}
            onClick={() => onKeys(!keys)}
          >
            <Icon name="keyboard" weight="fill" />
            <Icon name={keys ? 'caret-down' : 'caret-up'} />
          </button>
        </div>
      )}
      {keys && (
        <LetterKeys
          latin={view.latin}
          onLetter={(letter) => writer.does({ kind: 'letter', letter })}
          onMark={mark}
          onBackspace={() => (composing ? writer.does({ kind: 'take-back' }) : onBackspace())}
          onSpace={() => (composing ? writer.does({ kind: 'pick', place: 0 }) : mark(' '))}
          onEnter={() => (composing ? writer.does({ kind: 'as-typed' }) : mark('\n'))}
        />
      )}
    </div>
  )
}
