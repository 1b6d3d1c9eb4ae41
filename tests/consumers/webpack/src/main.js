import 'village-charts';

const output = document.querySelector('output');
addEventListener('village-chart-select', ({ detail }) => (output.textContent = detail?.value ?? ''));
