/** Stalks that have room beside each other. */
const stalks = 7
const joints = 5

/** All stamps as bamboo, a joint for each: beyond thirty-five the grove is full, and stays so. */
export function PassportGrove({ stamps, label }: { readonly stamps: number; readonly label: string }) {
  return (
    <svg className="pass-grove" viewBox="0 0 300 128" role="img" aria-label={label}>
      <path d="M0 120Q150 104 300 120" stroke="#aed3b0" strokeWidth="10" fill="none" strokeLinecap="round" />
      {Array.from({ length: stalks }, (_, stalk) => {
        const grown = Math.min(joints, Math.ceil((stamps - stalk) / stalks))
        const x = 30 + stalk * 38
        if (grown <= 0) return null
        return (
          <g key={x}>
            {Array.from({ length: grown }, (_joint, joint) => (
              <rect key={joint} x={x} y={101.5 - joint * 18} width="12" height="15" rx="5" fill="#4fa469" />
            ))}
            <path d={`M${x + 6} ${102 - (grown - 1) * 18}q1-15 17-17q0 16-17 17Z`} fill="#6cbf83" />
            {grown > 2 && <path d={`M${x + 11} 86q4-13 20-13q-4 13-20 13Z`} fill="#6cbf83" />}
          </g>
        )
      })}
    </svg>
  )
}
