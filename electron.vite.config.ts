import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { characterContent } from './renderer/build/characters/plugin.ts'
import { childFace } from './renderer/build/face/plugin.ts'
import { firstPage } from './renderer/build/first-page.ts'
import { firstScript } from './renderer/build/first-script.ts'
import { pinyinDictionary } from './renderer/build/pinyin/plugin.ts'
import { sprites } from './renderer/ui/sprite/plugin.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

// A clock earlier than this is wrong. A build that is to be reproducible names its own moment.
const builtAt = Number(process.env['SOURCE_DATE_EPOCH'] ?? Date.now() / 1000) * 1000

/** The licence texts of what is bundled, beside the bundle: they ship with it. */
const licences = { fileName: 'licences.md' }

export default defineConfig({
  main: {
    define: { 'import.meta.env.VITE_BUILT_AT': String(Math.floor(builtAt)) },
    build: {
      sourcemap: false,
      license: licences,
      // One file is read faster than hundreds of a library; a native addon cannot be one of ours.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('main/index.ts'), worker: at('main/worker.ts') },
        external: ['better-sqlite3', 'pinyin-pro'],
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing but electron: each bridge is one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { pupil: at('preload/pupil.ts'), staff: at('preload/staff.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    // Large data of the learning corner: served one file at a time, never part of a script.
    publicDir: at('resources/public'),
    plugins: [
      react(),
      sprites(),
      pinyinDictionary(),
      characterContent(),
      childFace(),
      firstPage(at('renderer/pupil/index.html')),
    ],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      license: licences,
      // electron-vite leaves scripts as they are; a donated PC reads and parses each byte.
      minify: true,
      rolldownOptions: {
        input: {
          pupil: at('renderer/pupil/index.html'),
          staff: at('renderer/staff/index.html'),
          ...(process.env['HAPPY_HOME_GALLERY'] ? { gallery: at('renderer/ui/gallery/index.html') } : {}),
        },
        output: {
          codeSplitting: {
            groups: [
              {
                debugName: 'first script',
                name: firstScript(at('renderer/pupil/main.tsx'), at('renderer/staff/main.tsx')),
              },
            ],
          },
        },
      },
    },
  },
})
