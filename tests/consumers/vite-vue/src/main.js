import { createApp } from 'vue';
import Villages from './Villages.vue';

createApp(Villages).mount('#root');
