import { useEffect, useRef, useState } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { WritingField } from '../../pupil/writing/writing-field.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { createDesk } from './desk.ts'
import type { PenNow } from './drawing.ts'
import { Palette } from './palette.tsx'
import { sizes, type SizeName } from './pen-rules.ts'
import { GivenBar } from './share/given-mark.tsx'
import { FullNote, SheetHead, UnsavedNote } from './sheet-head.tsx'
import { mostText } from './text-steps.ts'
import { type DiaryTool, Toolbar } from './toolbar.tsx'

/** How long “done” waits for the disk before it goes, ms: nobody is held at the door. */
const patience = 1500

export interface EditorProps {
  readonly page: DiaryPage
  /** “Who may see it?”, once everything is kept. */
  readonly onShare: () => void
}

/** The open page: tools, the sheet with its drawing and words, and what the tool in hand offers. */
export function Editor({ page, onShare }: EditorProps) {
  const { t } = useWords()
  const go = useGo()
  const [desk] = useState(() => createDesk(page))
  const [tool, setTool] = useState<DiaryTool>('pen')
  const [colour, setColour] = useState(0)
  const [size, setSize] = useState<SizeName>('middle')
  const [may, setMay] = useState({ undo: page.mayUndo, redo: page.mayRedo })
  const [text, setText] = useState(page.sheets[0]?.text ?? '')
  const [full, setFull] = useState<number>()
  const [leaving, setLeaving] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const drawn = tool === 'write' ? 'pen' : tool
  const pen = useRef<PenNow>({ tool: drawn, colour, size: sizes[drawn][size] })
  useEffect(() => {
    pen.current = { tool: drawn, colour, size: sizes[drawn][size] }
  }, [drawn, colour, size])

  useEffect(() => (canvas.current ? desk.attach(canvas.current, () => pen.current) : undefined), [desk])
  useEffect(
    () =>
      desk.onChange(() =>
        // The same object while nothing changes: a stroke in the middle renders nothing.
        setMay((old) => (old.undo && !old.redo ? old : { undo: true, redo: false })),
      ),
    [desk],
  )

  const step = async (which: 'undo' | 'redo') => {
    const after = await desk.step(which)
    if (!after) return
    setText(after.sheets[0]?.text ?? '')
    setMay({ undo: after.mayUndo, redo: after.mayRedo })
  }
  const choose = (next: DiaryTool) => {
    setTool(next)
    if (next === 'write') words.current?.focus()
  }
  const share = async () => {
    await desk.putAway()
    onShare()
  }
  const finish = async () => {
    setLeaving(true)
    await Promise.race([desk.putAway(), new Promise((resolve) => setTimeout(resolve, patience))])
    go('diary')
  }
  const tip = t('diary.tip.hint')

  return (
    <div className="editor">
      <Toolbar tool={tool} may={may} onTool={choose} onStep={(which) => void step(which)} />
      <article className="sheet">
        <h1 className="quiet">{t('diary.title')}</h1>
        <SheetHead page={page} saver={desk.saver} />
        <div className={tool === 'write' ? 'paper-box' : 'paper-box in-hand'}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={t('diary.canvas')}
            onPointerDown={() => (tool === 'write' ? setTool('pen') : undefined)}
          />
        </div>
        <div className="words">
          <WritingField
            label={t('diary.words')}
            field={words}
            value={text}
            maxLength={mostText}
            onFocus={() => setTool('write')}
            onFull={setFull}
            onChange={(next, whole) => {
              setText(next)
              desk.type(next, whole)
            }}
          />
        </div>
        <UnsavedNote saver={desk.saver} />
      </article>
      <aside className="side">
        <GivenBar page={page.id} onShare={() => void share()} />
        {tool === 'write' && full !== undefined ? (
          <FullNote left={full} />
        ) : tool === 'write' ? (
          <div className="idea">
            <p className="idea-top">
              <Picture name="light-bulb" />
              <b>{t('diary.tip.title')}</b>
            </p>
            <p>
              <SpokenText pinyin={false}>{tip}</SpokenText>
            </p>
            <Speak text={tip} label={t('child.read', { text: tip })} />
          </div>
        ) : (
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
        )}
        <GoButton
          label={t('diary.finish')}
          busy={leaving}
          busyLabel={t('child.wait')}
          onPress={() => void finish()}
        />
      </aside>
    </div>
  )
}
