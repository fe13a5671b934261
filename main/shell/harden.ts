import { app, Menu } from 'electron'
import { refusedSwitch } from './switches.ts'

/** Ends an installed program that was started with a switch that would open a side door. Exit code 78: configuration. */
export function refuseDangerousSwitches(): void {
  if (!app.isPackaged) return
  const refused = refusedSwitch([...process.argv.slice(1), ...process.execArgv])
  if (refused === undefined) return
  process.stderr.write(
    `快乐家园不能带着 ${refused} 启动，请去掉这个参数。\nHappy Home does not start with ${refused}. Please leave it out.\n`,
  )
  // Not app.quit(): nothing of ours may run, and there is nothing to close yet.
  process.exit(78)
}

/** What holds for the whole process and must be said before it is ready. */
export function hardenProcess(): void {
  // As root there is no sandbox to enable; only a checkout on a build machine starts so, see refuseDangerousSwitches().
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  Menu.setApplicationMenu(null)
  // Pinch and swipe would zoom and travel through the history; the translate and media bars offer ways out.
  app.commandLine.appendSwitch('disable-pinch')
  app.commandLine.appendSwitch('overscroll-history-navigation', '0')
  app.commandLine.appendSwitch(
    'disable-features',
    'HardwareMediaKeyHandling,MediaSessionService,TranslateUI,GlobalMediaControls,TouchpadOverscrollHistoryNavigation',
  )
  // Spoken labels start without a click when a page opens.
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  app.on('window-all-closed', () => {
    // The room lives longer than any of its windows; it ends through app.quit() alone.
  })
}
