import '../../activities/diary/diary.css'
import './messages.css'
import { useEffect, useRef, useState } from 'react'
import type { StrokeStep, Tool } from '#contract/diary.ts'
import type { LetterBox, MessageCard } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { Palette } from '../../activities/diary/palette.tsx'
import { sizes, type SizeName } from '../../activities/diary/pen-rules.ts'
import type { PenNow } from '../../activities/diary/drawing.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { createLetterPaper } from './letter-paper.ts'

const tools = [
  { tool: 'pen', picture: 'crayon' },
  { tool: 'brush', picture: 'paintbrush' },
  { tool: 'rubber', picture: 'sponge' },
] as const

export interface DrawPageProps {
  readonly box: LetterBox
  readonly onDrawn: (draft: MessageCard) => void
  readonly onBack: () => void
}

/** A drawing for somebody, with the diary's pens; kept as it grows. */
export function DrawPage({ box, onDrawn, onBack }: DrawPageProps) {
  const { t } = useWords()
  const refusal = useRefusalWords()
  const [tool, setTool] = useState<Tool>('pen')
  const [colour, setColour] = useState(0)
  const [size, setSize] = useState<SizeName>('middle')
  const [strokes, setStrokes] = useState<readonly StrokeStep[]>([])
  const [undone, setUndone] = useState<readonly StrokeStep[]>([])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<RefusalCode>()
  const [paper] = useState(() => createLetterPaper(box.contactId, setTrouble))
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<PenNow>({ tool, colour, size: sizes[tool][size] })
  useEffect(() => {
    pen.current = { tool, colour, size: sizes[tool][size] }
  }, [tool, colour, size])
  useEffect(() => {
    if (!canvas.current) return undefined
    return paper.attach(
      canvas.current,
      () => pen.current,
      (stroke) => {
        setStrokes((before) => [...before.filter(({ id }) => id !== stroke.id), stroke])
        setUndone([])
      },
    )
  }, [paper])

  const show = (next: readonly StrokeStep[], back: readonly StrokeStep[]) => {
    setStrokes(next)
    setUndone(back)
    paper.show(next)
  }
  const undo = () => {
    const last = strokes.at(-1)
    if (last) show(strokes.slice(0, -1), [...undone, last])
  }
  const redo = () => {
    const last = undone.at(-1)
    if (last) show([...strokes, last], undone.slice(0, -1))
  }
  const finish = async () => {
    setBusy(true)
    const done = await paper.finish()
    if (done.ok) return onDrawn(done.value)
    setBusy(false)
    return setTrouble(done.error)
  }
  const title = t('message.draw.title', { called: box.called })
  return (
    <ChildPage door="diary">
      <main className="letter-paper">
        <div className="line">
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <Speak text={title} label={t('child.read', { text: title })} />
          {trouble && (
            <p className="care" role="status">
              {refusal({ code: trouble })}
            </p>
          )}
          <span className="check-pill">
            <Pill icon="arrow-left" weight="bold" label={t('message.go-back')} onPress={onBack} />
          </span>
        </div>
        <div className="tools" role="toolbar" aria-label={t('diary.tools')} aria-orientation="vertical">
          {tools.map(({ tool: one, picture }) => (
            <button key={one} type="button" aria-pressed={tool === one} onClick={() => setTool(one)}>
              <Picture name={picture} />
              {t(`diary.${one}`)}
            </button>
          ))}
          <button type="button" disabled={strokes.length === 0} onClick={undo}>
            <Icon name="arrow-u-up-left" />
            {t('message.draw.undo')}
          </button>
          <button type="button" disabled={undone.length === 0} onClick={redo}>
            <Icon name="arrow-u-up-right" />
            {t('message.draw.redo')}
          </button>
        </div>
        <div className="paper-box in-hand">
          <canvas ref={canvas} role="img" aria-label={t('diary.canvas')} />
        </div>
        <aside className="side">
          <div className="palette">
            <Palette
              tool={tool}
              colour={colour}
              size={size}
              onColour={(next) => {
                setColour(next)
                if (tool === 'rubber') setTool('pen')
              }}
              onSize={setSize}
            />
          </div>
          <GoButton
            label={t('message.draw.done')}
            disabled={strokes.length === 0}
            busy={busy}
            busyLabel={t('child.wait')}
            onPress={() => void finish()}
          />
        </aside>
      </main>
    </ChildPage>
  )
}
