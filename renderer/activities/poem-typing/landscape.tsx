const flowers = [
  [52, 182],
  [108, 204],
  [156, 172],
  [214, 152],
  [262, 150],
  [304, 164],
  [190, 222],
  [98, 256],
  [30, 190],
] as const

/** A branch in flower over hills, and a house. */
export function Landscape() {
  return (
    <div className="poem-picture" aria-hidden="true">
      <svg viewBox="0 0 372 552" preserveAspectRatio="xMidYMid slice">
        <rect width="372" height="552" fill="#fdf3d8" />
        <circle cx="296" cy="92" r="40" fill="#f6b73c" />
        <circle cx="296" cy="92" r="32" fill="#ffc95c" />
        <path d="M0 552V330Q90 280 190 322T372 300V552Z" fill="#cfe4cf" />
        <path d="M0 552V400Q120 350 230 396T372 380V552Z" fill="#aed3b0" />
        <g fill="none" stroke="#8a6a4a" strokeLinecap="round">
          <path d="M-10 176Q90 200 150 170Q230 132 300 158" strokeWidth="13" />
          <path d="M120 184Q170 232 236 236M60 190Q70 234 104 258" strokeWidth="9" />
        </g>
        {flowers.map(([x, y]) => (
          <g key={x} transform={`translate(${x} ${y})`}>
            {[0, 72, 144, 216, 288].map((turn) => (
              <ellipse key={turn} cy="-12" rx="8.5" ry="10.5" transform={`rotate(${turn})`} fill="#f6c3d0" />
            ))}
            <circle r="6" fill="#e58aa3" />
          </g>
        ))}
        <path d="M0 552V470Q100 440 210 470T372 452V552Z" fill="#8bbf92" />
        <g transform="translate(272 478) scale(2.6)">
          <path d="M-18 -18h36v22h-36z" fill="#fff3dc" />
          <path d="M-25 -16Q-20 -20 -16 -30H16Q20 -20 25 -16Z" fill="#5f7884" />
          <path d="M-5 -9h10v13h-10z" fill="#a93a20" />
        </g>
      </svg>
    </div>
  )
}
