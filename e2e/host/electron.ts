// What `import ... from 'electron'` gives in the main process.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { crashReporter, nativeTheme, shell } from './desktop.ts'
import { dialog } from './dialog.ts'
import { globalShortcut } from './global-shortcut.ts'
import { nativeImage } from './images.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { net } from './net.ts'
import { lacking } from './not-in-stand-in.ts'
import { powerMonitor, powerSaveBlocker } from './power.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safe-storage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { webContents } from './web-contents.ts'

const Notification = Object.assign(lacking('Notification'), { isSupported: () => false })
const autoUpdater = lacking('autoUpdater')
const BaseWindow = lacking('BaseWindow')
const BrowserView = lacking('BrowserView')
const clipboard = lacking('clipboard')
const contentTracing = lacking('contentTracing')
const desktopCapturer = lacking('desktopCapturer')
const inAppPurchase = lacking('inAppPurchase')
const MenuItem = lacking('MenuItem')
const MessageChannelMain = lacking('MessageChannelMain')
const netLog = lacking('netLog')
const pushNotifications = lacking('pushNotifications')
const ShareMenu = lacking('ShareMenu')
const systemPreferences = lacking('systemPreferences')
const TouchBar = lacking('TouchBar')
const Tray = lacking('Tray')
const utilityProcess = lacking('utilityProcess')
const View = lacking('View')
const WebContentsView = lacking('WebContentsView')
const webFrameMain = lacking('webFrameMain')

const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
} satisfies { [Name in keyof typeof import('electron')]?: unknown }

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
}
export { electron as default, electron as 'module.exports' }
