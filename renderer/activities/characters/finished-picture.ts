import type { CharacterExercise } from '#core/learning/characters/activity-rules.ts'
import type { Finished } from '../frame/finished.ts'

const side = 220
const edge = 24

/** The characters that were written in a round, each in its field with crossing lines. */
export function drawFinishedCharacters(finished: readonly Finished[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const characters = finished.flatMap(({ exercise }) => {
    const { key, lesson } = exercise as CharacterExercise
    return lesson.find((stone) => stone.key === key)?.character ?? []
  })
  const across = Math.min(3, Math.max(1, characters.length))
  canvas.width = 2 * edge + across * side
  canvas.height = 2 * edge + Math.max(1, Math.ceil(characters.length / across)) * side
  const ground = canvas.getContext('2d')
  if (!ground) return canvas
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, canvas.width, canvas.height)
  ground.font = `${side * 0.72}px ${getComputedStyle(document.documentElement).getPropertyValue('--face-child') || 'sans-serif'}`
  ground.textAlign = 'center'
  ground.textBaseline = 'middle'
  characters.forEach((character, index) => {
    const left = edge + (index % across) * side
    const top = edge + Math.floor(index / across) * side
    ground.strokeStyle = '#e4a79a'
    ground.lineWidth = 3
    ground.setLineDash([])
    ground.strokeRect(left + 6, top + 6, side - 12, side - 12)
    ground.lineWidth = 1.5
    ground.setLineDash([8, 8])
    ground.beginPath()
    ground.moveTo(left + side / 2, top + 6)
    ground.lineTo(left + side / 2, top + side - 6)
    ground.moveTo(left + 6, top + side / 2)
    ground.lineTo(left + side - 6, top + side / 2)
    ground.stroke()
    ground.fillStyle = '#33291f'
    ground.fillText(character, left + side / 2, top + side / 2 + 6)
  })
  return canvas
}
