/**
 * Reads one data file of an activity, `resources/public/learning/<activity>/<name>`, as JSON. Answers null for one that is not
 * there or cannot be read: the activity then says so, or asks something else. What the file holds is for its reader to check.
 */
export async function readContent(activity: string, name: string): Promise<unknown> {
  try {
    const address = `../learning/${activity}/${encodeURIComponent(name)}`
    const answer = await fetch(new URL(address, document.baseURI))
    return answer.ok ? ((await answer.json()) as unknown) : null
  } catch {
    return null
  }
}
