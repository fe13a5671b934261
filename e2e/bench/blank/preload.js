const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('empty', () => ipcRenderer.invoke('empty'))
