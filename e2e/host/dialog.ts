import type { Dialog } from 'electron'
import { record } from './events.ts'
import { strict } from './not-in-stand-in.ts'

interface Options {
  title?: string
  message?: string
  cancelId?: number
}

// Each may be called with a window before its options.
function note(api: string, args: unknown[]): Options {
  const options = (args.at(-1) ?? {}) as Options
  record(api, options)
  console.log(`[stand-in] ${api}: ${options.message ?? options.title ?? ''}`)
  return options
}

/** Electron's `dialog`: recorded, answered as if it had been cancelled, never shown. */
export const dialog: Pick<
  Dialog,
  | 'showErrorBox'
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showSaveDialog'
  | 'showSaveDialogSync'
> = strict('dialog', {
  showErrorBox(title: string, content: string) {
    record('dialog.showErrorBox', title, content)
    console.error(`[stand-in] ${title}: ${content}`)
  },
  async showMessageBox(...args: unknown[]) {
    return { response: note('dialog.showMessageBox', args).cancelId ?? 0, checkboxChecked: false }
  },
  showMessageBoxSync: (...args: unknown[]) => note('dialog.showMessageBoxSync', args).cancelId ?? 0,
  async showOpenDialog(...args: unknown[]) {
    note('dialog.showOpenDialog', args)
    return { canceled: true, filePaths: [] }
  },
  showOpenDialogSync(...args: unknown[]) {
    note('dialog.showOpenDialogSync', args)
    return undefined
  },
  async showSaveDialog(...args: unknown[]) {
    note('dialog.showSaveDialog', args)
    return { canceled: true, filePath: '' }
  },
  showSaveDialogSync(...args: unknown[]) {
    note('dialog.showSaveDialogSync', args)
    return ''
  },
})
