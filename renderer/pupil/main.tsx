import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/fonts-child.css'
import { createRoot } from 'react-dom/client'
import { call } from '../api/house.ts'
import { createClient } from '../api/query.tsx'
import { sessionOverBridge } from '../features/session/session-store.ts'
import { createWords } from '../i18n/words.ts'
import { App } from './app.tsx'
import { listenToArrows } from './arrow-keys.ts'
import { createVoice } from './voice.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

const look = await call('room.look')
const words = await createWords(look.ok ? look.value.language : 'zh-CN')
const store = sessionOverBridge()
store.start()
listenToArrows()

createRoot(root).render(
  <App
    client={createClient()}
    words={words}
    store={store}
    voice={createVoice()}
    firstLook={look.ok ? look.value : undefined}
  />,
)
