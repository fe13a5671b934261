import '#ui/staff.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ask } from '../api/house.ts'
import { Asking, createClient } from '../api/query.tsx'
import { createWords } from './words.ts'
import { Speaking } from '../i18n/use-words.tsx'
import { Limits } from './limits.tsx'
import { StaffApp } from './staff-app.tsx'

async function start(root: HTMLElement): Promise<void> {
  const look = await ask('room.look')
  const words = await createWords(look.staffLanguage)
  createRoot(root).render(
    <StrictMode>
      <Asking client={createClient()}>
        <Speaking words={words}>
          <Limits>
            <StaffApp />
          </Limits>
        </Speaking>
      </Asking>
    </StrictMode>,
  )
}

const root = document.querySelector<HTMLElement>('#root')
if (root) void start(root)
