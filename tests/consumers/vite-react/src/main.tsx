import { createRoot } from 'react-dom/client';
import { Villages } from './Villages';

createRoot(document.getElementById('root')!).render(<Villages />);
