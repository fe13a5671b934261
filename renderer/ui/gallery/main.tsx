import { createRoot } from 'react-dom/client'
import { Gallery } from '../gallery.tsx'

// The page for looking at the design system; built only when HAPPY_HOME_GALLERY is set.
const root = document.querySelector('#root')
const page = new URLSearchParams(location.search).get('page') ?? 'child'
if (root) createRoot(root).render(<Gallery page={page} />)
