import '#ui/tokens.css'
import '#ui/base.css'
import 'face:first.css'
import { createRoot } from 'react-dom/client'
import { createClient, roomLook } from '../api/query.tsx'
import { sessionOverBridge } from './session/session-store.ts'
import { App } from './app.tsx'
import { listenToArrows } from './arrow-keys.ts'
import { askForFaces } from './faces-ahead.ts'
import { withoutFling } from './no-fling.ts'
import { createVoice } from './voice.ts'
import { createWords, fetchWords } from './words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

// What the first screen shows is asked for at once; the words come meanwhile, those of most rooms before their language is known.
fetchWords()
const client = createClient()
const store = sessionOverBridge()
store.start()
const asked = askForFaces(client)
const look = await roomLook(client)
const words = await createWords(look?.language ?? 'zh-CN')
listenToArrows()
withoutFling()
await asked

createRoot(root).render(<App client={client} words={words} store={store} voice={createVoice()} />)
// Rarer characters: a sheet of some hundred rules, which nothing of the first screen waits for. A slow PC may never be idle.
requestIdleCallback(() => void import('face:rest.css'), { timeout: 2000 })
