import { h } from '../dom.js';

/** A piece of code to take along. */
export interface Code {
  element: HTMLElement;
  set(text: string): void;
}

/**
 * Shows code with a button that copies it.
 *
 * @param name What it is, after "Copy": "the element".
 * @param say Says something to everyone, also to those who do not see.
 */
export function code(name: string, say: (text: string) => void): Code {
  const text = h('code', {});
  const box = h('pre', { tabIndex: 0 }, text);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `Code: ${name}`);
  const button = h('button', { type: 'button' }, 'Copy');
  button.setAttribute('aria-label', `Copy ${name}`);
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      say(`Copied ${name}.`);
    } catch {
      // no permission, or no secure page: the reader's own keys can still copy
      getSelection()?.selectAllChildren(text);
      say(`Selected ${name}: copy it with Ctrl+C or ⌘C.`);
    }
  };
  return {
    element: h('div', { className: 'code' }, button, box),
    set: (code) => {
      if (text.textContent !== code) text.textContent = code;
    },
  };
}

/** Says what was done in a live region, and takes it back after a while. */
export function speaker(status: HTMLElement): (text: string) => void {
  let saying = 0;
  return (text) => {
    status.textContent = text;
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = ''), 6000);
  };
}
