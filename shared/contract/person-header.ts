/** Who is calling, on every request: JSON, percent-encoded, since headers carry no accents. */
export const PERSON_HEADER = 'ninefold-person'
