// Makes the clean root beforehand: most of its minutes are spent waiting for the mirror, so that other tests can run meanwhile.
import { cleanRoot, whyNot } from './clean-root.ts'

const reason = whyNot()
if (reason) console.log(`No clean root: ${reason}.`)
else {
  const made = cleanRoot()
  console.log('folder' in made ? `The clean root lies in ${made.folder}` : `No clean root: ${made.reason}`)
}
