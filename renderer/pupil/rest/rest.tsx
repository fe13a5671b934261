import { useState } from 'react'
import type { PlaceName } from '#contract/sessions.ts'
import { useTalking } from '../../activities/call/talking.ts'
import { useWatched } from '../../activities/call/use-watched.ts'
import { exercisesOver } from '../../activities/frame/between.ts'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { isQuiet } from './quiet-rules.ts'
import { RestPage } from './rest-page.tsx'

/**
 * A rest that is due (H9). It comes at once where nothing is in hand, after the exercise under way in an activity, after the
 * page in the diary, and never into a call or a recording. Mounted while one is due.
 */
export function Rest({ at }: { readonly at: PlaceName }) {
  const talking = useTalking()
  const over = useWatched(exercisesOver)
  const [dueAt] = useState(over)
  const [on, begin] = useState(false)
  const ready = useActivityCatalogs('rest')
  if (!on && isQuiet({ at, talking, exerciseOver: over !== dueAt })) begin(true)
  return on && ready && !talking ? <RestPage /> : null
}
