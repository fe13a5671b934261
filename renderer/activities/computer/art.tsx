import { isSkill } from '#core/learning/computer/skill-rules.ts'
import { SkillPicture } from './skill-picture.tsx'

/** A mouse that clicks. */
export function ComputerArt() {
  return <SkillPicture skill="click" />
}

/** What the stamp is for. */
export function ComputerStamp({ stamp }: { readonly stamp: string }) {
  return <SkillPicture skill={isSkill(stamp) ? stamp : 'click'} />
}
