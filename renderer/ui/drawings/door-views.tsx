/** The pictures in the four doors: what is behind them, and the thing in front. */

export function CallView() {
  return (
    <svg className="view" viewBox="0 0 250 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 240V150Q60 110 130 150T250 140V240Z" fill="#f9cbb9" />
      <path d="M0 240V196Q70 170 140 196T250 190V240Z" fill="#f3b29a" />
      <g transform="translate(46 170) scale(1)">
        <path d="M-18 -18h36v22h-36z" fill="#fff3dc" />
        <path d="M-25 -16 Q-20 -20 -16 -30 H16 Q20 -20 25 -16Z" fill="#5f7884" />
        <path d="M-5 -9h10v13h-10z" fill="#a93a20" />
        <path d="M9 -10h6v6h-6zM-15 -10h6v6h-6z" fill="#bfe0f1" />
      </g>
      <g fill="#f3b29a">
        <path d="M186 96h22v66h-22zM212 112h20v50h-20z" />
      </g>
    </svg>
  )
}

export function LearnView() {
  return (
    <svg className="view" viewBox="0 0 250 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 240V150Q60 110 130 150T250 140V240Z" fill="#c0e3c5" />
      <path d="M0 240V196Q70 170 140 196T250 190V240Z" fill="#9fd2a8" />
      <g
        fill="#4fa469"
        fontSize="44"
        fontWeight="700"
        textAnchor="middle"
        fontFamily="LXGW WenKai, KaiTi, serif"
      >
        <text x="160" y="66">
          ā
        </text>
        <text x="204" y="104" fill="#d98e12">
          3
        </text>
        <text x="112" y="46" fill="#e4694a" fontSize="34">
          A
        </text>
      </g>
    </svg>
  )
}

export function DiaryView() {
  return (
    <svg className="view" viewBox="0 0 250 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 240V150Q60 110 130 150T250 140V240Z" fill="#bfe0f1" />
      <path d="M0 240V196Q70 170 140 196T250 190V240Z" fill="#98cbe4" />
      <path
        d="M40 96q10-14 20 0q10-14 20 0M150 58q8-11 16 0q8-11 16 0"
        fill="none"
        stroke="#4f9cc8"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </svg>
  )
}

export function MeView() {
  return (
    <svg className="view" viewBox="0 0 250 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 240V150Q60 110 130 150T250 140V240Z" fill="#e2cdec" />
      <path d="M0 240V196Q70 170 140 196T250 190V240Z" fill="#cdaedc" />
      <g fill="#a874be">
        <path d="M48 100l4 10 10 1-8 7 3 10-9-6-9 6 3-10-8-7 10-1zM200 74l4 10 10 1-8 7 3 10-9-6-9 6 3-10-8-7 10-1z" />
      </g>
    </svg>
  )
}
