/** Names the small mark that the panels share. Kept apart, so that each panel can be loaded alone. */
import { HwHow } from './hw-how.js';

if (!customElements.get('hw-how')) customElements.define('hw-how', HwHow);
