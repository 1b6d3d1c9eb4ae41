import { useState } from 'react';
import 'village-charts';
import type {} from 'village-charts/types/react';
import hanoi from './hanoi-2024.json';

export function Villages() {
  const [chosen, choose] = useState('');
  return (
    <>
      <village-chart type="revenue" data={hanoi} onvillage-chart-select={({ detail }) => choose(detail?.value ?? '')}>
        <p>La Phù dẫn đầu với doanh thu trên 1.300 tỷ đồng một năm.</p>
      </village-chart>
      <output>{chosen}</output>
    </>
  );
}
