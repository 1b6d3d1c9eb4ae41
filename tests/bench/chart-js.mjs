// The same bars with Chart.js, which draws numbers without their qualifiers.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
const { villages } = await (await fetch('/data.json')).json();
const rows = villages.filter((village) => village.revenue !== undefined);
const amount = (figure) =>
  typeof figure === 'number' ? figure : Object.values(figure).find((value) => typeof value === 'number');
new Chart(document.querySelector('canvas'), {
  type: 'bar',
  data: {
    labels: rows.map((row) => row.name),
    datasets: [{ data: rows.map((row) => amount(row.revenue)), backgroundColor: '#0b6b6b' }],
  },
  options: { indexAxis: 'y', animation: false, maintainAspectRatio: false },
});
requestAnimationFrame(() => setTimeout(() => (window.ready = performance.now())));
