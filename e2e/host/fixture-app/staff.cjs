const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('staff', { who: (value) => ipcRenderer.invoke('who', value) })
