// Read by Electron before the app: its start waits until Playwright is attached to Node and to Chromium, and says so by this
// name. A window that opens while Playwright attaches is one of which it may wait for ever.
const { app } = require('electron')

const ready = app.whenReady()
let run
const held = new Promise((done) => (run = done))
app.whenReady = () => held
globalThis.__playwright_run = () => ready.then(run)
