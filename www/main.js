// Starts the page: words first, then the elements that speak them. Without this file the HTML still says what it can.
import { EXAMPLE } from './app/place.js';
import { fetchAhead } from './engine/ahead.js';
import { speak } from './words/browser.js';
import { languageWanted } from './app/language.js';

const linked = /[#&]place=(E\d{8})(?:&|$)/.exec(location.hash)?.[1];
fetchAhead(linked ?? EXAMPLE);
speak(languageWanted(location.hash, navigator.languages)).then(() => import('./app/start.js'));
