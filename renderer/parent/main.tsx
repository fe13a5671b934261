import '#ui/tokens.css'
import './parent.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { livePage } from './live-page.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(<App page={livePage()} />)
