/** A rook and the stars that it goes for. */
export function ChessArt() {
  return (
    <svg className="draw" viewBox="0 0 132 104" aria-hidden="true">
      <path fill="#fffaf0" d="M2 2H130V102H2Z" />
      <path
        fill="#b5d3b8"
        d="M34 2H66V35H34ZM98 2H130V35H98ZM2 35H34V68H2ZM66 35H98V68H66ZM34 68H66V102H34ZM98 68H130V102H98Z"
      />
      <path
        fill="#fffaf0"
        stroke="#5f5146"
        strokeWidth="3"
        strokeLinejoin="round"
        d="M24 46h9v6h4v-6h6v6h4v-6h9v14l-5 5 2 19H27l2-19-5-5ZM20 94q0-10 10-10h20q10 0 10 10Z"
      />
      <path
        fill="#f6b73c"
        stroke="#bb7a0c"
        strokeWidth="3"
        strokeLinejoin="round"
        d="M114 8l4 8 9 1-6 6 1 9-8-4-8 4 1-9-6-6 9-1ZM114 74l4 8 9 1-6 6 1 9-8-4-8 4 1-9-6-6 9-1Z"
      />
    </svg>
  )
}
