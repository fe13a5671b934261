import { create } from 'qrcode'
import { qrPath } from './qr-rules.ts'

/** Four squares of quiet around it (ISO/IEC 18004). */
const quiet = 4

/** A QR code drawn as one path, in the page itself: no picture to load, nothing the content policy would have to allow. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const whole = size + 2 * quiet
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
      <path d={qrPath(size, (column, row) => data[row * size + column] === 1)} fill="#000" />
    </svg>
  )
}
