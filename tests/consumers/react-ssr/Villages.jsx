import { useEffect, useRef, useState } from 'react';
import 'village-charts';

export function Villages() {
  const chart = useRef(null);
  const [chosen, choose] = useState('');
  // not as props: React 19 sets neither listeners nor objects of a custom element that it hydrates (react/react#35446)
  useEffect(() => {
    const { current } = chart;
    const selected = ({ detail }) => choose(detail?.value ?? '');
    current.addEventListener('village-chart-select', selected);
    return () => current.removeEventListener('village-chart-select', selected);
  }, []);
  return (
    <>
      <village-chart ref={chart} type="revenue" src="/data/hanoi-2024.json">
        <p>La Phù dẫn đầu với doanh thu trên 1.300 tỷ đồng một năm.</p>
      </village-chart>
      <output>{chosen}</output>
    </>
  );
}
