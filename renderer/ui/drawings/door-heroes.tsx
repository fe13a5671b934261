import { Mother } from './portrait.tsx'

/** The telephone with a dear face. */
export function Phone() {
  return (
    <svg className="hero" viewBox="0 0 150 160" aria-hidden="true">
      <rect x="32" y="12" width="88" height="146" rx="18" fill="#4a2f26" />
      <rect x="39" y="20" width="74" height="118" rx="10" fill="#fdeae2" />
      <svg x="39" y="20" width="74" height="118" viewBox="38 0 124 198" preserveAspectRatio="xMidYMid slice">
        <rect width="200" height="200" fill="#ffe3b0" />
        <Mother />
      </svg>
      <circle cx="76" cy="148" r="5" fill="#8a6a58" />
      <path d="M118 20c-10-16-34-4-20 14q8 10 22 19q14-9 21-19c12-18-12-30-23-14z" fill="#d8402b" />
    </svg>
  )
}

/** The abacus and a character card. */
export function Abacus() {
  return (
    <svg className="hero" viewBox="0 0 150 160" aria-hidden="true">
      <rect x="6" y="34" width="138" height="120" rx="16" fill="#b9803a" />
      <rect x="18" y="46" width="114" height="96" rx="8" fill="#fff6e2" />
      <path d="M18 70h114v8H18z" fill="#b9803a" />
      <g stroke="#8a6a4a" strokeWidth="4">
        <path d="M38 46v96M62 46v96M88 46v96M112 46v96" />
      </g>
      <ellipse cx="38" cy="54" rx="12" ry="8" fill="#e4694a" />
      <ellipse cx="38" cy="88" rx="12" ry="8" fill="#e4694a" />
      <ellipse cx="38" cy="104" rx="12" ry="8" fill="#e4694a" />
      <ellipse cx="38" cy="132" rx="12" ry="8" fill="#e4694a" />
      <ellipse cx="62" cy="62" rx="12" ry="8" fill="#f6b73c" />
      <ellipse cx="62" cy="100" rx="12" ry="8" fill="#f6b73c" />
      <ellipse cx="62" cy="116" rx="12" ry="8" fill="#f6b73c" />
      <ellipse cx="62" cy="132" rx="12" ry="8" fill="#f6b73c" />
      <ellipse cx="88" cy="54" rx="12" ry="8" fill="#4f9cc8" />
      <ellipse cx="88" cy="88" rx="12" ry="8" fill="#4f9cc8" />
      <ellipse cx="88" cy="116" rx="12" ry="8" fill="#4f9cc8" />
      <ellipse cx="88" cy="132" rx="12" ry="8" fill="#4f9cc8" />
      <ellipse cx="112" cy="62" rx="12" ry="8" fill="#4fa469" />
      <ellipse cx="112" cy="88" rx="12" ry="8" fill="#4fa469" />
      <ellipse cx="112" cy="104" rx="12" ry="8" fill="#4fa469" />
      <ellipse cx="112" cy="132" rx="12" ry="8" fill="#4fa469" />
      <g transform="rotate(-9 40 22)">
        <rect x="14" y="-4" width="50" height="50" rx="10" fill="#fff" />
        <rect x="14" y="-4" width="50" height="50" rx="10" fill="none" stroke="#4fa469" strokeWidth="5" />
        <path
          d="M39 2v6M24 14v-5h30v5M30 18h18l-9 7M39 25v12q0 4-6 2M24 29h30"
          fill="none"
          stroke="#22693f"
          strokeWidth="4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </g>
    </svg>
  )
}

/** The diary and its pencil. */
export function Notebook() {
  return (
    <svg className="hero" viewBox="0 0 150 160" aria-hidden="true">
      <rect x="14" y="18" width="112" height="138" rx="14" fill="#1f5f86" />
      <path d="M28 18h84q14 0 14 14v110q0 14-14 14H28z" fill="#2f7cab" />
      <rect x="42" y="40" width="66" height="56" rx="10" fill="#fffaf0" />
      <path d="M48 88q10-16 20-8t16-6q8 4 18 14z" fill="#8bbf92" />
      <circle cx="92" cy="56" r="8" fill="#f6b73c" />
      <path d="M66 78l10-9 10 9v10H66z" fill="#e4694a" />
      <path d="M48 114h54M48 128h38" stroke="#bfe0f1" strokeWidth="6" strokeLinecap="round" />
      <g fill="#e4f2fa">
        <rect x="6" y="36" width="18" height="8" rx="4" />
        <rect x="6" y="64" width="18" height="8" rx="4" />
        <rect x="6" y="92" width="18" height="8" rx="4" />
        <rect x="6" y="120" width="18" height="8" rx="4" />
      </g>
      <g transform="translate(122 108) rotate(34)">
        <path d="M-9 -70h18v72l-9 20l-9-20z" fill="#f6b73c" />
        <path d="M-9 2h18l-9 20z" fill="#f5cfae" />
        <path d="M-3.4 14.5h6.8l-3.4 7.5z" fill="#3a2c26" />
        <path d="M-9 -70h18v-8q0-6-9-6t-9 6z" fill="#e4694a" />
        <path d="M-9 -70h18v7h-18z" fill="#d9d3c8" />
        <path d="M-3 -63v65M3 -63v65" stroke="#dc9c22" strokeWidth="2" />
      </g>
    </svg>
  )
}
