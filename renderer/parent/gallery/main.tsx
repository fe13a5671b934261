import '#ui/tokens.css'
import '../parent.css'
import { createRoot } from 'react-dom/client'
import { App } from '../app.tsx'
import { galleryPage } from './gallery-page.ts'
import { loadWords } from '../words.ts'

// One state, named in the address: gallery/index.html?state=ringing&language=en. Built with HAPPY_HOME_GALLERY only.
const asked = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (!root) throw new Error('the gallery has no #root')
const language = asked.get('language') === 'en' ? 'en' : 'zh-CN'
void loadWords(language).then(() =>
  createRoot(root).render(<App page={galleryPage(asked.get('state') ?? '', language)} />),
)
