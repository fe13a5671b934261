import '#ui/staff.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Asking, createClient, roomLook } from '../api/query.tsx'
import { createWords } from './words.ts'
import { forgetWhatIsOld } from './old-answers.ts'
import { Speaking } from '../i18n/use-words.tsx'
import { Limits } from './limits.tsx'
import { StaffApp } from './staff-app.tsx'

async function start(root: HTMLElement): Promise<void> {
  const client = createClient()
  forgetWhatIsOld(client)
  const look = await roomLook(client)
  const words = await createWords(look?.staffLanguage ?? 'zh-CN')
  createRoot(root).render(
    <StrictMode>
      <Asking client={client}>
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
