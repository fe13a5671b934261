import { app } from 'electron'
import { declareScheme } from './shell/app-scheme.ts'
import { built } from './shell/built.ts'
import { keepCompiled } from './shell/compiled-scripts.ts'
import { compiledFolder, settleDataFolder } from './shell/data-folder.ts'
import { hardenProcess, refuseDangerousSwitches } from './shell/harden.ts'
import { readAhead } from './shell/read-ahead.ts'
import { openShell } from './shell/shell.ts'
import { isFirstStart } from './shell/single-start.ts'

// The boot list. Each line is a step; the order matters: what must not start leaves nothing behind.
refuseDangerousSwitches()
settleDataFolder()
// How the seat stands, on a console. Loaded for that alone: each start would read the staff's words otherwise.
if (process.argv.includes('--check')) await (await import('./shell/check-seat.ts')).checkSeat()
hardenProcess()
declareScheme()
if (isFirstStart()) {
  keepCompiled(compiledFolder(built.at))
  void readAhead(built.pages, 'pupil/index.html')
  void app.whenReady().then(openShell)
} else app.quit()
