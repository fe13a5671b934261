import './editor.css'
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { DiaryItem, DiaryPage, Thing, Tool } from '#contract/diary.ts'
import { useSessionStore } from '../../pupil/session/session.tsx'
import { wordsBoxes } from '../../paper/sheet-print.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { nudged, type Nudge } from './at-rules.ts'
import { Board } from './board.tsx'
import { createDesk } from './desk.ts'
import type { PenNow } from './drawing.ts'
import { mostSheets, roomFor } from './fullness-rules.ts'
import { deedOf } from './held-rules.ts'
import { HoldBar } from './hold-bar.tsx'
import { IdeaCard } from './ideas/idea-card.tsx'
import { makers } from './makers.ts'
import { MoodMark } from './mood-mark.tsx'
import { PaperChoice } from './paper-choice.tsx'
import { sizes, type SizeName } from './pen-rules.ts'
import { SheetHead, UnsavedNote } from './sheet-head.tsx'
import { SheetTurner } from './sheet-turner.tsx'
import { SidePane } from './side-pane.tsx'
import { StickerDrawerPane } from './sticker-drawer.tsx'
import { type DiaryTool, Toolbar } from './toolbar.tsx'
import { VoiceRow } from './voice-row.tsx'

/** How long “done” waits for the disk before it goes, ms: nobody is held at the door. */
const patience = 1500

export interface EditorProps {
  readonly page: DiaryPage
  /** “Who may see it?”, once everything is kept. */
  readonly onShare: () => void
}

/** The open page: tools, the sheet with all that is on it, and what the tool in hand offers. */
export function Editor({ page, onShare }: EditorProps) {
  const { t } = useWords()
  const session = useSessionStore()
  const [desk] = useState(() => createDesk(page))
  const now = useSyncExternalStore(desk.subscribe, desk.now)
  const [tool, setTool] = useState<DiaryTool>('draw')
  const [drawn, setDrawn] = useState<Tool>('pen')
  const [colour, setColour] = useState(0)
  const [size, setSize] = useState<SizeName>('middle')
  const [full, setFull] = useState<number>()
  const [choosing, setChoosing] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [row, setRow] = useState<HTMLDivElement | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const pen = useRef<PenNow>(undefined)
  const inHand = useMemo(() => ({ tool: drawn, colour, size }), [drawn, colour, size])
  useEffect(() => {
    pen.current = tool === 'draw' ? { tool: drawn, colour, size: sizes[drawn][size] } : undefined
  }, [tool, drawn, colour, size])

  const held = now.sheets[now.number]?.marks.find((mark) => mark.kind === 'item' && mark.id === now.held)
  const nudge = (by: Nudge) => (held?.kind === 'item' ? desk.move(nudged(held.at, by), false) : undefined)
  // Given to parts that a moving thing must not draw anew, frame by frame.
  const choose = useCallback(
    (next: DiaryTool) => {
      setTool(next)
      if (next === 'draw') desk.hold(undefined)
      if (next === 'write') words.current?.focus()
    },
    [desk],
  )
  const toDrawing = useCallback(() => choose('draw'), [choose])
  const step = useCallback((which: 'undo' | 'redo') => void desk.step(which), [desk])
  const stick = useCallback((name: string) => desk.put({ kind: 'sticker', name }), [desk])
  const take = useCallback(({ id }: DiaryItem) => desk.hold(id), [desk])
  const lined = useCallback(() => desk.addSheet('words'), [desk])
  const paint = useCallback((next: number) => {
    setColour(next)
    setDrawn((before) => (before === 'rubber' ? 'pen' : before))
  }, [])
  const press = useEffectEvent((event: KeyboardEvent) => {
    const from = event.target
    if (
      !(from instanceof HTMLElement) ||
      from instanceof HTMLTextAreaElement ||
      event.ctrlKey ||
      event.altKey
    )
      return
    const deed = deedOf(event.key)
    const item = from.dataset['item']
    if (!deed || (item === undefined && !held)) return
    if (item !== undefined && deed !== 'let-go') desk.hold(item)
    event.preventDefault()
    if (deed === 'let-go') desk.hold(undefined)
    else if (deed === 'gone') desk.takeOff()
    else {
      const marks = desk.now().sheets[now.number]?.marks ?? []
      const mark = marks.find(({ id }) => id === desk.now().held)
      if (mark?.kind === 'item') desk.move(nudged(mark.at, deed), false)
    }
  })
  // The keys of a thing in hand mean the same wherever on the page the focus is.
  useEffect(() => {
    const here = whole.current
    here?.addEventListener('keydown', press)
    return () => here?.removeEventListener('keydown', press)
  }, [])
  const share = useCallback(async () => {
    await desk.putAway()
    onShare()
  }, [desk, onShare])
  const finish = useCallback(async () => {
    setLeaving(true)
    await Promise.race([desk.putAway(), new Promise((resolve) => setTimeout(resolve, patience))])
    session.move({ name: 'diary' })
  }, [desk, session])
  const top = now.sheets[now.number]
  const lines = top && wordsBoxes[top.paper]
  const isBlank = now.sheets.every(({ marks, text }) => marks.length === 0 && text === '')
  const takeIdea = useCallback(
    (idea: string) => {
      const before = desk.now().sheets[desk.now().number]?.text ?? ''
      desk.type(`${before}${before === '' ? '' : '\n'}${idea}\n`, true)
      choose('write')
    },
    [desk, choose],
  )
  const Voice = tool === 'voice' ? makers.voice : undefined
  const Photo = tool === 'photo' ? makers.photo : undefined
  const making = {
    page,
    live: row,
    onMade: (thing: Thing, address: string) => desk.put(thing, address),
    onClose: () => setTool('stickers'),
  }

  return (
    <div ref={whole} className={tool === 'stickers' || Voice ? 'editor drawer-out' : 'editor'}>
      <Toolbar tool={tool} mayUndo={now.mayUndo} mayRedo={now.mayRedo} onTool={choose} onStep={step} />
      <article className="leaf">
        <h1 className="quiet">{t('diary.title')}</h1>
        <MoodMark desk={desk} sheets={now.sheets} />
        <SheetHead page={page} saver={desk.saver} />
        <Board
          desk={desk}
          now={now}
          pen={pen}
          hand={tool === 'draw' ? 'draw' : tool === 'write' ? 'write' : 'take'}
          words={words}
          onWrite={() => {
            setTool('write')
            desk.hold(undefined)
          }}
          onFull={setFull}
          onHold={take}
        />
        <div className="under-sheet">
          {isBlank && !Voice ? (
            <IdeaCard look="strip" page={page} onTake={lines && takeIdea} />
          ) : (
            !held && <VoiceRow desk={desk} now={now} row={setRow} />
          )}
          {held ? (
            <HoldBar onNudge={nudge} onGone={() => desk.takeOff()} />
          ) : (
            <SheetTurner
              number={now.number}
              sheets={now.sheets.length}
              onTurn={(number) => desk.turnTo(number)}
              onMore={() => setChoosing(true)}
            />
          )}
        </div>
        <UnsavedNote saver={desk.saver} />
      </article>
      <aside className="side">
        {tool === 'stickers' ? (
          <StickerDrawerPane room={roomFor(now.sheets, 'sticker')} onPick={stick} onDone={toDrawing} />
        ) : Voice ? (
          <Voice {...making} room={roomFor(now.sheets, 'voice')} onClose={toDrawing} />
        ) : (
          <SidePane
            page={page}
            onShare={share}
            onIdea={takeIdea}
            tool={tool}
            paper={top?.paper}
            isFull={now.isFull}
            noRoom={full}
            pen={inHand}
            onPen={setDrawn}
            onColour={paint}
            onSize={setSize}
            onLines={now.sheets.length < mostSheets ? lined : undefined}
            leaving={leaving}
            onFinish={finish}
          />
        )}
      </aside>
      {Photo && (
        <div className="over-page">
          <Photo {...making} room={roomFor(now.sheets, 'photo')} />
        </div>
      )}
      {choosing && (
        <div className="over-page">
          <PaperChoice
            backLabel={t('diary.papers.back')}
            onBack={() => setChoosing(false)}
            onChoose={(paper) => {
              setChoosing(false)
              desk.addSheet(paper)
            }}
          />
        </div>
      )}
    </div>
  )
}
