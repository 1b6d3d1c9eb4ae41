import { hydrateRoot } from 'react-dom/client';
import { Villages } from './Villages.jsx';

hydrateRoot(document.getElementById('root'), <Villages />);
