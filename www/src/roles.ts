/**
 * The roles of colours, by the names that Rust has for them (`src/scene/role.rs`), each with the property that has its
 * colour at a hidden element: a browser works out the colours of its own properties, not those of custom ones.
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

/** The colour of each role at such an element: two lines each, the role's name and its colour. */
export function colorsAt(probe: Element): string {
  const style = getComputedStyle(probe);
  return Object.entries(ROLES)
    .map(([role, property]) => `${role}\n${style.getPropertyValue(property)}`)
    .join('\n');
}
