/** Portraits of grown-ups stand where photographs will be. */

export function Mother() {
  return (
    <>
      <path d="M50 92C46 40 70 28 100 28s54 12 50 64c-1 26 6 44 10 58H40c4-14 11-32 10-58Z" fill="#3a2c26" />
      <path d="M86 118h28v34h-28z" fill="#f5cfae" />
      <path d="M86 130c8 8 20 8 28 0v8c-8 8-20 8-28 0Z" fill="#d9a27c" opacity=".5" />
      <path d="M22 206C24 166 52 152 82 146q18 16 36 0c30 6 58 20 60 60Z" fill="#e4694a" />
      <path d="M80 145l20 20 20-20 8 4-28 30-28-30Z" fill="#fff4e4" />
      <path d="M60 84c0-28 16-40 40-40s40 12 40 40c0 32-16 52-40 52s-40-20-40-52Z" fill="#f5cfae" />
      <path
        d="M55 96C50 46 78 36 105 40c-6 22-20 36-43 44-3 4-4 8-7 12ZM145 96c4-36-12-54-40-56 4 20 14 36 34 44 3 4 4 8 6 12Z"
        fill="#3a2c26"
      />
      <g fill="#f2a98c" opacity=".55">
        <ellipse cx="72" cy="106" rx="9" ry="6" />
        <ellipse cx="128" cy="106" rx="9" ry="6" />
      </g>
      <g fill="#3a2c26">
        <ellipse cx="83" cy="93" rx="4.2" ry="5.2" />
        <ellipse cx="117" cy="93" rx="4.2" ry="5.2" />
      </g>
      <g fill="none" stroke="#3a2c26" strokeWidth="3" strokeLinecap="round">
        <path d="M75 81q8-5 15-1M110 80q8-4 15 1" />
      </g>
      <path d="M98 98q-3 8 2 9" fill="none" stroke="#c98d68" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M85 113q15 14 30 0q-15 6 -30 0Z" fill="#b4412f" />
    </>
  )
}
