import { mount } from 'svelte';
import Villages from './Villages.svelte';

mount(Villages, { target: document.getElementById('root') });
