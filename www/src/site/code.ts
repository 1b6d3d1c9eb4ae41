import { h } from '../dom.js';

/** A piece of code to take along. */
export interface Code {
  element: HTMLElement;
  set(text: string): void;
}

/** What is said of a piece of code. */
export interface Words {
  /** On the button, and as its name. */
  copy: string;
  copies: string;
  /** The name of the box. */
  code: string;
  copied: string;
  selected: string;
}

const english = (name: string): Words => ({
  copy: 'Copy',
  copies: `Copy ${name}`,
  code: `Code: ${name}`,
  copied: `Copied ${name}.`,
  selected: `Selected ${name}: copy it with Ctrl+C or ⌘C.`,
});

/**
 * Shows code with a button that copies it.
 *
 * @param name What it is, after "Copy": "the element".
 * @param say Says something to everyone, also to those who do not see.
 */
export function code(name: string, say: (text: string) => void, words = english(name)): Code {
  const text = h('code', {});
  const box = h('pre', { tabIndex: 0 }, text);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', words.code);
  const button = h('button', { type: 'button' }, words.copy);
  button.setAttribute('aria-label', words.copies);
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      say(words.copied);
    } catch {
      // no permission, or no secure page: the reader's own keys can still copy
      getSelection()?.selectAllChildren(text);
      say(words.selected);
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
