// The measure of all things here: one window with nothing in it, and one handler that does nothing.
const { app, BrowserWindow, ipcMain } = require('electron')
const path = require('node:path')

const folder = app.commandLine.getSwitchValue('user-data-dir')
if (folder) app.setPath('userData', folder)
ipcMain.handle('empty', () => undefined)
app.on('ready', () => {
  const window = new BrowserWindow({
    fullscreen: true,
    webPreferences: { preload: path.join(__dirname, 'preload.js') },
  })
  void window.loadFile(path.join(__dirname, 'index.html'))
})
