/** Makes an element. Texts go in as text nodes: nothing here is ever parsed as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** The same with a name for `::part()`. */
export function part(
  name: string,
  tag: 'div' | 'p' | 'figure' | 'figcaption',
  ...children: (Node | string)[]
): HTMLElement {
  const element = h(tag, {}, ...children);
  element.part.add(name);
  return element;
}

/** An empty style sheet for one document: no other takes it. */
export function sheetOf({ defaultView }: Document): CSSStyleSheet {
  return new (defaultView ?? window).CSSStyleSheet();
}

/** A control under its name, which is seen beside it and heard with it. One that has had a name stays where it is. */
export function captioned(label: string, control: HTMLElement): Node {
  control.setAttribute('aria-label', label);
  const { parentElement, previousElementSibling } = control;
  if (parentElement && previousElementSibling) {
    previousElementSibling.textContent = label;
    return parentElement;
  }
  const caption = h('span', { className: 'label' }, label);
  caption.setAttribute('aria-hidden', 'true');
  return h('div', { className: 'captioned' }, caption, control);
}
