/** A picture of one sheet stays below this, bytes: twelve of them go in one message to main. */
const most = 150_000
const qualities = [0.86, 0.7, 0.5, 0.3]

/**
 * A sheet as it is laid out, as a JPEG: print, words and what was drawn over them. The browser has set the words already; each
 * is painted where it stands, unless they are set beside it. Undefined where this canvas gives no picture.
 */
export async function pictureOfSheet(
  sheet: HTMLElement,
  withWords = true,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  await document.fonts.ready
  const { width, height, left, top } = sheet.getBoundingClientRect()
  const words = withWords ? sheet.querySelector<HTMLElement>('.paper-words') : null
  const over = words ? Math.max(0, words.scrollHeight - words.clientHeight) : 0
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  // What a sheet has no lines for goes on below it: a phone scrolls.
  canvas.height = Math.round(height + over)
  const ground = canvas.getContext('2d')
  if (!ground) return undefined
  ground.fillStyle = '#fffdf7'
  ground.fillRect(0, 0, canvas.width, canvas.height)
  const print = sheet.querySelector<SVGSVGElement>('svg')
  if (print) ground.drawImage(await imageOf(print, width, height), 0, 0, width, height)
  if (words) paintWords(ground, words, { left, top })
  const drawn = sheet.querySelector('canvas')
  if (drawn) ground.drawImage(drawn, 0, 0, width, height)
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (blob && (blob.size <= most || quality === qualities.at(-1)))
      return new Uint8Array(await blob.arrayBuffer())
  }
  return undefined
}

const drawnBy = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin']

/** An SVG of the page as an image of its own: what the style sheet says of it is written into it. */
async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [from, to] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ]
  for (const [index, element] of from.entries()) {
    const style = getComputedStyle(element)
    for (const name of drawnBy) to[index]?.setAttribute(name, style.getPropertyValue(name))
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(copy.outerHTML)}`
  await image.decode()
  return image
}

function paintWords(
  ground: CanvasRenderingContext2D,
  words: HTMLElement,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(words)
  ground.fillStyle = color
  ground.font = `${fontWeight} ${fontSize} ${fontFamily}`
  ground.textBaseline = 'middle'
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    let at = 0
    for (const letter of node.textContent ?? '') {
      range.setStart(node, at)
      at += letter.length
      range.setEnd(node, at)
      const [box] = range.getClientRects()
      if (box && letter.trim() !== '')
        ground.fillText(letter, box.left - left, (box.top + box.bottom) / 2 - top)
    }
  }
}
