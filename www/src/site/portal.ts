// The portal page: five charts of one file. The time and the district that a reader chose, and the places that were
// kept, are in the page's address, so that it can be sent to someone, and is the same after a reload.

const charts = [...document.querySelectorAll('village-chart')];
const form = document.querySelector('form');
const times = form?.querySelector('select');

/** What the address says. */
const state = new URLSearchParams(location.hash.slice(1));

/** Sets what the address says. */
function keep(name: string, value: string): void {
  if (value) state.set(name, value);
  else state.delete(name);
  history.replaceState(null, '', state.size ? `#${state}` : location.pathname + location.search);
}

/** Sets an attribute of all charts, and the address. */
function set(name: 'time' | 'places', value: string): void {
  keep(name, value);
  for (const chart of charts) if (chart[name] !== value) chart[name] = value;
}

/** The buttons go on from the time that is shown. */
function show(time: string): void {
  if (!form || !times) return;
  times.value = time;
  for (const button of form.querySelectorAll('button')) {
    const next = times.selectedIndex + Number(button.value);
    button.disabled = next < 0 || next >= times.length;
  }
}

if (form && times) {
  form.classList.remove('waiting');
  times.addEventListener('change', () => {
    set('time', times.value);
    show(times.value);
  });
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const option = times.options[times.selectedIndex + Number(target.value)];
    if (!option) return;
    set('time', option.value);
    show(option.value);
    // a button that can go no further does not keep the focus
    if (target.disabled) times.focus();
  });
  const known = [...times.options].some((option) => option.value === state.get('time'));
  show(known ? (state.get('time') ?? '') : times.value);
  if (known) set('time', times.value);
}
document.addEventListener('village-chart-places', (event) => {
  const { places } = (event as CustomEvent<{ places: string }>).detail;
  set('places', places);
});
const places = state.get('places');
if (places) set('places', places);

// a district that a reader chooses narrows the other charts by itself; one of the address is chosen here
const groups = charts.find((chart) => chart.type === 'groups');
function narrow(district: string): void {
  for (const chart of charts) {
    chart.only = district;
    if (chart !== groups) chart.group = district ? 'district' : 'none';
  }
}
groups?.addEventListener('village-chart-select', () => {
  // what was narrowed by the address has nothing to go back to
  if (!groups.only && state.has('district')) narrow('');
  keep('district', groups.only);
});
const district = state.get('district');
if (district) narrow(district);

export {};
