import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { parentParts } from './build/plugin.ts'
import { slimJsSip } from './build/slim-jssip.ts'

const here = import.meta.dirname

// The page is served by the call server to any phone, so that it is built apart from the windows: for a browser of 2018,
// with its own few words and drawings.
export default defineConfig({
  root: here,
  base: './',
  publicDir: join(here, 'public'),
  plugins: [react(), parentParts(), slimJsSip(), compressed()],
  build: {
    outDir: join(here, '..', '..', 'out', 'parent'),
    emptyOutDir: true,
    license: { fileName: 'licences.md' },
    target: ['chrome66', 'safari14'],
    // The security policy of the page lets nothing come from a data address.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: join(here, 'index.html'),
        ...(process.env['HAPPY_HOME_GALLERY'] ? { gallery: join(here, 'gallery/index.html') } : {}),
      },
    },
  },
})
