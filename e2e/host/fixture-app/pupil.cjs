const { contextBridge, ipcRenderer } = require('electron')

globalThis.preloadSecret = 'for the preload only'

contextBridge.exposeInMainWorld('pupil', {
  who: (value) => ipcRenderer.invoke('who', value),
  boom: () => ipcRenderer.invoke('boom'),
  notCloneable: () => ipcRenderer.invoke('not-cloneable'),
  unknown: () => ipcRenderer.invoke('nobody-listens'),
  now: (value) => ipcRenderer.sendSync('now', value),
  openStaff: () => ipcRenderer.invoke('staff'),
  echo: (value) => ipcRenderer.send('echo', value),
  onEcho(listener) {
    const hear = (_event, value) => listener(value)
    ipcRenderer.on('echoed', hear)
    return () => ipcRenderer.off('echoed', hear)
  },
  sandboxed: process.sandboxed,
})
