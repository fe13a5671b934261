import type { Tool } from '#contract/diary.ts'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'

export type DiaryTool = Tool | 'write'

export interface ToolbarProps {
  readonly tool: DiaryTool
  readonly may: { readonly undo: boolean; readonly redo: boolean }
  readonly onTool: (tool: DiaryTool) => void
  readonly onStep: (which: 'undo' | 'redo') => void
}

const tools = [
  { tool: 'pen', picture: 'crayon' },
  { tool: 'brush', picture: 'paintbrush' },
  { tool: 'rubber', picture: 'sponge' },
  { tool: 'write', picture: 'pencil' },
] as const satisfies readonly { tool: DiaryTool; picture: PictureName }[]

/** The column of tools at the left of the page; the last two go back and forth without end. */
export function Toolbar({ tool, may, onTool, onStep }: ToolbarProps) {
  const { t } = useWords()
  return (
    <div className="tools" role="toolbar" aria-label={t('diary.tools')} aria-orientation="vertical">
      {tools.map(({ tool: one, picture }) => (
        <button key={one} type="button" aria-pressed={tool === one} onClick={() => onTool(one)}>
          <Picture name={picture} />
          {t(`diary.${one}`)}
        </button>
      ))}
      <button type="button" disabled={!may.undo} onClick={() => onStep('undo')}>
        <Icon name="arrow-u-up-left" />
        {t('diary.undo')}
      </button>
      <button type="button" disabled={!may.redo} onClick={() => onStep('redo')}>
        <Icon name="arrow-u-up-right" />
        {t('diary.redo')}
      </button>
    </div>
  )
}
