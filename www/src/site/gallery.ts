/** The gallery: beside each example the code that runs there, as it is now. */
import { code, speaker } from './code.js';

const say = speaker(document.getElementById('status') as HTMLElement);

for (const example of document.querySelectorAll('.example')) {
  const live = example.querySelector('.live') as HTMLElement;
  const name = example.getAttribute('aria-label') ?? '';
  const block = code(`the code of “${name}”`, say);
  example.append(block.element);
  const show = () => block.set(live.innerHTML.trim());
  show();
  // readers sort and convert, and the attributes follow
  new MutationObserver(show).observe(live, { attributes: true, subtree: true });
}

// a chart that shows what a language does keeps its own
const charts = document.querySelectorAll('.live village-chart:not([locale])');
document.getElementById('locale')?.addEventListener('change', (event) => {
  const { value } = event.target as HTMLInputElement;
  for (const chart of charts) {
    if (value) chart.setAttribute('locale', value);
    else chart.removeAttribute('locale');
  }
});

const themes = document.getElementById('themes-css');
if (themes) {
  const block = code('the style sheet of both themes', say);
  block.set((await (await fetch('themes.css')).text()).trim());
  themes.append(block.element);
}
