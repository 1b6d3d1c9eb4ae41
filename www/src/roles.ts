/**
 * The roles of colours, by the names and in the order that Rust has for them (`src/scene/role.rs`), each with the
 * property that has its colour at a hidden element: a browser works out the colours of its own properties, not those of
 * custom ones.
 */
const ROLES = {
  ink: 'color',
  muted: 'border-top-color',
  grid: 'border-right-color',
  solid: 'border-bottom-color',
  soft: 'border-left-color',
  outline: 'outline-color',
  whole: 'fill',
  'whole-line': 'text-decoration-color',
  surface: 'background-color',
  focus: 'caret-color',
};

export const PROPERTIES = Object.values(ROLES);

/** The rule of such an element. */
export const PROBE = `.probe{${Object.entries(ROLES)
  .map(([role, property]) => `${property}:var(--_${role})`)
  .join(';')}}`;

/** The colour of each role at such an element, a line each, in the order of the roles. */
export function colorsAt(probe: Element): string {
  const style = getComputedStyle(probe);
  return PROPERTIES.map((property) => style.getPropertyValue(property)).join('\n');
}
