/** What is stretched. */
export type Move = 'shoulders' | 'head' | 'stretch'

/** A girl who shows how it is done; the arrows say which way. */
export function Stretching({ move }: { readonly move: Move }) {
  return (
    <svg viewBox="0 16 200 180" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <Body move={move} />
      <path d="M88 124h24v30q-12 12-24 0Z" fill="#e9bd98" />
      <g transform={move === 'head' ? 'rotate(13 100 132)' : undefined}>
        <Head asleep={move === 'shoulders'} />
      </g>
      <Arrows move={move} />
    </svg>
  )
}

function Body({ move }: { readonly move: Move }) {
  const line = { stroke: '#e4694a', strokeWidth: 26, strokeLinecap: 'round', fill: 'none' } as const
  const shirt = 'M46 270V186Q52 158 84 150q16 12 32 0Q148 158 154 186V270Z'
  if (move === 'shoulders')
    return (
      <>
        <path d="M58 176Q40 220 44 262M142 176Q160 220 156 262" {...line} />
        <path d="M46 270V172Q52 144 84 143q16 12 32 0Q148 144 154 172V270Z" fill="#e4694a" />
      </>
    )
  if (move === 'head')
    return (
      <>
        <path d="M58 190Q40 220 44 262M142 190Q160 220 156 262" {...line} />
        <path d={shirt} fill="#e4694a" />
      </>
    )
  return (
    <>
      <path d={shirt} fill="#e4694a" />
      <path d="M60 190Q34 150 46 84M140 190Q166 150 154 84" {...line} />
      <circle cx="46" cy="70" r="15" fill="#f5cfae" />
      <circle cx="154" cy="70" r="15" fill="#f5cfae" />
    </>
  )
}

function Head({ asleep }: { readonly asleep: boolean }) {
  return (
    <>
      <path
        d="M58 96q-26 4-24 34q2 14 12 10q6-22 18-30ZM142 96q26 4 24 34q-2 14-12 10q-6-22-18-30Z"
        fill="#3a2c26"
      />
      <circle cx="55" cy="98" r="7" fill="#f6b73c" />
      <circle cx="145" cy="98" r="7" fill="#f6b73c" />
      <path d="M54 96C48 50 70 30 100 30s52 20 46 66Z" fill="#3a2c26" />
      <circle cx="60" cy="98" r="8" fill="#f5cfae" />
      <circle cx="140" cy="98" r="8" fill="#f5cfae" />
      <path d="M61 86c0-26 15-38 39-38s39 12 39 38c0 32-16 50-39 50s-39-18-39-50Z" fill="#f5cfae" />
      <path d="M58 84C58 52 76 38 100 38s42 14 42 46c-8-14-22-20-30-22-14 2-40 6-54 22Z" fill="#3a2c26" />
      <g fill="#f2a98c" opacity=".6">
        <ellipse cx="72" cy="107" rx="8" ry="6" />
        <ellipse cx="128" cy="107" rx="8" ry="6" />
      </g>
      {asleep ? (
        <path
          d="M76 95q7 6 14 0M110 95q7 6 14 0"
          fill="none"
          stroke="#3a2c26"
          strokeWidth="3.5"
          strokeLinecap="round"
        />
      ) : (
        <g fill="#3a2c26">
          <ellipse cx="83" cy="93" rx="4.6" ry="5.6" />
          <ellipse cx="117" cy="93" rx="4.6" ry="5.6" />
        </g>
      )}
      <path d="M99 98q-2 7 2 8" fill="none" stroke="#c98d68" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M90 115q10 9 20 0" fill="none" stroke="#b4412f" strokeWidth="4" strokeLinecap="round" />
    </>
  )
}

function Arrows({ move }: { readonly move: Move }) {
  const way = {
    shoulders: ['M28 168V128M28 128l-11 13M28 128l11 13M172 168V128M172 128l-11 13M172 128l11 13', '#bb7a0c'],
    head: [
      'M22 74Q16 48 40 32M22 74l-11-11M22 74l10-12M178 74Q184 48 160 32M178 74l11-11M178 74l-10-12',
      '#22693f',
    ],
    stretch: ['M18 64V34M18 34l-9 10M18 34l9 10M182 64V34M182 34l-9 10M182 34l9 10', '#22693f'],
  } as const
  const [d, stroke] = way[move]
  return (
    <path d={d} stroke={stroke} strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" fill="none" />
  )
}
