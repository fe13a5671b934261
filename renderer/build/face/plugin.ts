import type { Plugin } from 'vite'
import { faceSheets } from './face.ts'

/** The face of the child's window as two sheets: `face:first.css` and `face:rest.css`. */
export function childFace(): Plugin {
  let made: ReturnType<typeof faceSheets> | undefined
  return {
    name: 'happy-home-child-face',
    enforce: 'pre',
    async resolveId(id) {
      if (id !== 'face:first.css' && id !== 'face:rest.css') return undefined
      const sheets = await (made ??= faceSheets())
      return id === 'face:first.css' ? sheets.first : sheets.rest
    },
  }
}
