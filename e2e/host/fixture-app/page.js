document.querySelector('#seen').textContent =
  `script ${Object.keys(globalThis.pupil ?? globalThis.staff).length}`
