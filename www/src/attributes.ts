/**
 * The attributes of `<village-chart>`, and the words that each takes, where it takes words: `controls` takes several of
 * them. What they mean stands at the element's properties of the same names.
 */
export const ATTRIBUTES = {
  type: 'revenue income clusters villages petitions',
  src: '',
  locale: '',
  theme: 'auto light dark',
  unit: 'month year',
  sort: 'value name',
  controls: 'all none sort unit tools',
  link: 'on off',
};

export type Attribute = keyof typeof ATTRIBUTES;

/** Their names. */
export const NAMES = Object.keys(ATTRIBUTES) as Attribute[];

/** The words of an attribute as a text: "month, year". */
export const words = (name: Attribute) => ATTRIBUTES[name].replaceAll(' ', ', ');

/** The first of these words that an attribute does not take; `undefined` where it takes them all, or any text. */
export function unknown(name: Attribute, given: string): string | undefined {
  const takes = ATTRIBUTES[name] && ATTRIBUTES[name].split(' ');
  return takes ? given.split(/\s+/).find((word) => word && !takes.includes(word)) : undefined;
}
